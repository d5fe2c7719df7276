using System.Globalization;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Platform.Words;

/// <summary>Reads and writes figures with decimals as they stand in forms; <see cref="Typed"/> does whole numbers and days.</summary>
internal static class TypedFigures
{
    private const NumberStyles Style = NumberStyles.Float | NumberStyles.AllowThousands;

    /// <summary>Null for an empty field, and for one that cannot be read, which is told.</summary>
    public static double? Number(string text, string field, List<FieldError> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (double.TryParse(text.Trim(), Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        faults.Add(new(field, $"“{text.Trim()}” is not a number. Write 1200 or 0.5."));
        return null;
    }

    /// <summary>The same for a field in per cent; 0 when it is empty.</summary>
    public static double Share(string text, string field, List<FieldError> faults) => (Number(text.Trim().TrimEnd('%'), field, faults) ?? 0) / 100;

    /// <summary>The same for a field that has to be filled.</summary>
    public static double Needed(string text, string field, List<FieldError> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) faults.Add(new(field, "State a number."));
        return Number(text, field, faults) ?? 0;
    }

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>In per cent, as far as a person would write it.</summary>
    public static string Percent(double share) => Math.Round(share * 100, 6).ToString("0.######", CultureInfo.InvariantCulture);
}
