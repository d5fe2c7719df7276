using System.Globalization;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Words;

/// <summary>How figures, dates and counts are written on pages.</summary>
public static class Say
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>As in 23 Nov 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>As in Monday 23 November 2026.</summary>
    public static string LongDay(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>As in 23 Nov 2026, 06:00; UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As in 1,284.</summary>
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>As in 82%; the share is 0 to 1 and rounds to the nearest whole per cent, halves away from zero, but never up to 100 or down to 0.</summary>
    public static string Percent(double share)
    {
        var percent = Math.Round(share * 100, MidpointRounding.AwayFromZero);
        if (percent >= 100 && share < 1) percent = 99;
        return share > 0 && percent < 1 ? "under 1%" : percent.ToString("0", CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>A count at the start or within a sentence: words up to twelve, figures above.</summary>
    public static string Number(long number, bool capital = false)
    {
        var text = number is >= 0 and <= 12 ? Small[number] : Count(number);
        return capital ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    /// <summary>"1 person" or "4 people", with the count as a figure.</summary>
    public static string Of(long number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";

    public static string Level(Level level) => level == Domain.Organisation.Level.Unknown ? "not known" : level.ToString().ToLowerInvariant();

    /// <summary>A unit's path without the organisation's own name, which every path begins with.</summary>
    public static string UnitPath(string path)
    {
        var first = path.IndexOf(Unit.PathSeparator, StringComparison.Ordinal);
        return first < 0 ? path : path[(first + Unit.PathSeparator.Length)..];
    }
}
