namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>What a counter stood at.</summary>
/// <param name="Start">Since when it counts; null when the file does not say.</param>
/// <param name="At">When it was read.</param>
/// <param name="Value">What it stood at.</param>
internal readonly record struct CounterPoint(DateTimeOffset? Start, DateTimeOffset At, decimal Value);

/// <summary>
/// Works out on which days a counter rose. A rise between two readings is dated when both are of one day or lie close together; a longer gap across midnight
/// does not tell the day, so it dates nothing.
/// </summary>
internal static class CounterSeries
{
    private static readonly TimeSpan Close = TimeSpan.FromHours(1);

    /// <summary>The day of a counter that tells what was added since its start.</summary>
    public static DateOnly? DayOfDelta(CounterPoint point) => point.Value <= 0 ? null : DayBetween(point.Start ?? point.At, point.At);

    /// <summary>The days of a counter that goes on counting, in whatever order its readings came. A new start or a lower value is a counter that began anew.</summary>
    /// <param name="points">Readings of one counter.</param>
    /// <param name="undated">Rises whose day cannot be told.</param>
    public static IReadOnlyCollection<DateOnly> DaysOfCumulative(IEnumerable<CounterPoint> points, ref int undated)
    {
        var days = new HashSet<DateOnly>();
        CounterPoint? before = null;
        foreach (var point in points.OrderBy(p => p.At).ThenBy(p => p.Value))
        {
            var goesOn = before is { } last && last.Start == point.Start && point.Value >= last.Value;
            var rise = goesOn ? point.Value - before!.Value.Value : point.Value;
            var since = goesOn ? before!.Value.At : point.Start;
            if (rise > 0 && (since is { } from ? DayBetween(from, point.At) : null) is { } day) days.Add(day);
            else if (rise > 0) undated++;
            before = point;
        }

        return days;
    }

    private static DateOnly? DayBetween(DateTimeOffset from, DateTimeOffset to)
    {
        var day = DateOnly.FromDateTime(to.UtcDateTime);
        return DateOnly.FromDateTime(from.UtcDateTime) == day || (to - from) is { Ticks: >= 0 } gap && gap <= Close ? day : null;
    }
}
