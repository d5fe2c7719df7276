using System.Globalization;

namespace GovernancePortal.Domain.Knowledge;

public enum IntervalUnit
{
    Day = 1,
    Week,
    Month,
    Year,
}

/// <summary>How long a verification counts, in calendar units: six months from 31 August end on 28 February.</summary>
public readonly record struct ReviewInterval(int Count, IntervalUnit Unit)
{
    private const int Most = 1000;

    /// <summary>The last day on which a verification of that day counts.</summary>
    public DateOnly DueAfter(DateOnly verified) =>
        Unit switch
        {
            IntervalUnit.Day => verified.AddDays(Count),
            IntervalUnit.Week => verified.AddDays(7 * Count),
            IntervalUnit.Month => verified.AddMonths(Count),
            _ => verified.AddYears(Count),
        };

    /// <summary>Reads "6 months", "1 year" or "90 days"; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ReviewInterval interval)
    {
        interval = default;
        text = text.Trim();
        var space = text.IndexOf(' ');
        if (space < 1 || !int.TryParse(text[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > Most) return false;

        var word = text[(space + 1)..].Trim().TrimEnd('s');
        IntervalUnit? unit =
            word.Equals("day", StringComparison.OrdinalIgnoreCase) ? IntervalUnit.Day
            : word.Equals("week", StringComparison.OrdinalIgnoreCase) ? IntervalUnit.Week
            : word.Equals("month", StringComparison.OrdinalIgnoreCase) ? IntervalUnit.Month
            : word.Equals("year", StringComparison.OrdinalIgnoreCase) ? IntervalUnit.Year
            : null;
        if (unit is not { } known) return false;
        interval = new ReviewInterval(count, known);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Unit.ToString().ToLowerInvariant()}{(Count == 1 ? "" : "s")}");
}
