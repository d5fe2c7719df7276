namespace GovernancePortal.Domain.Notices;

/// <summary>When no mail goes out. From equal to until means no quiet hours in the day.</summary>
/// <param name="From">First quiet minute of the evening, by the organisation's clocks.</param>
/// <param name="Until">First minute of the morning that is no longer quiet.</param>
/// <param name="Weekends">Whether Saturdays and Sundays are quiet.</param>
/// <param name="Zone">Where the organisation's clocks stand.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until, bool Weekends, TimeZoneInfo Zone)
{
    public bool IsQuiet(DateTimeOffset time) => IsQuiet(TimeZoneInfo.ConvertTime(time, Zone).DateTime);

    /// <summary>The first moment from this one on that is not quiet.</summary>
    public DateTimeOffset NextOpen(DateTimeOffset time)
    {
        var at = time;
        while (IsQuiet(at)) at = NextChange(at);
        return at;
    }

    /// <summary>A time on the organisation's clocks as a moment. One that the clocks leave out is the moment they jump; one that comes twice is the first.</summary>
    internal static DateTimeOffset Utc(DateTime local, TimeZoneInfo zone)
    {
        var moment = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(moment)) moment = moment.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(moment) ? zone.GetAmbiguousTimeOffsets(moment).Max() : zone.GetUtcOffset(moment);
        return new DateTimeOffset(moment, offset).ToUniversalTime();
    }

    private bool IsQuiet(DateTime local)
    {
        if (Weekends && local.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday)) return true;
        // IsBetween goes over midnight, takes the first and leaves out the last; two equal ends hold nothing.
        return From != Until && TimeOnly.FromDateTime(local).IsBetween(From, Until);
    }

    // What is quiet ends at the next "until" or at the next midnight, whichever comes first; clocks that are put back may bring the same one again.
    private DateTimeOffset NextChange(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        var midnight = local.Date.AddDays(1);
        var until = local.Date + Until.ToTimeSpan();
        var next = Utc(From != Until && until > local ? until : midnight, Zone);
        return next > at ? next : at.AddMinutes(1);
    }
}
