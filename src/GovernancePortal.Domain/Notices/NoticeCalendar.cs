namespace GovernancePortal.Domain.Notices;

/// <summary>When notices are made: once for each day of the organisation, from five in the morning on, so that imports of the night are counted.</summary>
/// <param name="Zone">Where the organisation's clocks stand.</param>
public sealed record NoticeCalendar(TimeZoneInfo Zone)
{
    private static readonly TimeOnly Morning = new(5, 0);

    public DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    /// <summary>The day whose notices are due; null when there is nothing to do. Days that were missed are not made up for.</summary>
    /// <param name="now">The time.</param>
    /// <param name="last">The last day whose notices were made; null before the first, which does not wait for the morning.</param>
    public DateOnly? DueDay(DateTimeOffset now, DateOnly? last)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        if (last is null) return day;
        return last < day && TimeOnly.FromDateTime(local) >= Morning ? day : null;
    }

    /// <summary>The Monday that names the ISO week of a day.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Whether a week's digest is due with a day's notices: with the first that are made in the week.</summary>
    public static bool BringsDigest(DateOnly day, DateOnly? last) => last is null || last < MondayOf(day);

    /// <summary>The morning of the next Monday; this one's when the day is a Monday.</summary>
    public DateTimeOffset WeeklyMailAt(DateOnly day) => QuietHours.Utc(MondayOf(day.AddDays(6)).ToDateTime(Morning), Zone);
}
