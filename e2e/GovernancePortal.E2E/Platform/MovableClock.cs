namespace GovernancePortal.E2E.Platform;

/// <summary>The clock of the machine, some days ahead. Timers run as they always do.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void PassDay() => _ahead += TimeSpan.FromDays(1);
}
