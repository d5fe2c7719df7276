using System.Globalization;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Platform.Words;

/// <summary>Reads what was typed into a form. An empty field is nothing; what cannot be read is told at its field.</summary>
public static class Typed
{
    public const string DayFormat = "yyyy-MM-dd";

    public static int? Number(string text, string field, List<FieldError> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)) return number;
        faults.Add(new(field, "State a whole number, or nothing."));
        return null;
    }

    public static DateOnly? Day(string text, string field, List<FieldError> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateOnly.TryParseExact(text.Trim(), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        faults.Add(new(field, "State a date."));
        return null;
    }

    public static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>As a date field wants it.</summary>
    public static string Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";
}
