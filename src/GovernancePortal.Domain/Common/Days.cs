namespace GovernancePortal.Domain.Common;

/// <summary>The day of a moment. The portal counts days in UTC, so that everybody agrees on what is due.</summary>
public static class Days
{
    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().UtcDay();

    public static DateOnly UtcDay(this DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
