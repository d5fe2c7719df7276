namespace GovernancePortal.Domain.Incidents;

/// <summary>How much of an error budget an incident uses: its minutes within a window, weighted by severity.</summary>
public static class IncidentImpact
{
    /// <summary>Days of the budget, as in the four-week window of an SRE error-budget policy.</summary>
    public const int WindowDays = 28;

    /// <summary>Days of the burn rate.</summary>
    public const int BurnDays = 7;

    /// <summary>Severity 1 counts twice, 2 once, 3 a quarter, 4 nothing: small annoyances do not stop a target, and the worst is not outweighed by them.</summary>
    public static double Weight(int severity) =>
        severity switch
        {
            1 => 2,
            2 => 1,
            3 => 0.25,
            _ => 0,
        };

    /// <summary>Weighted minutes of one incident between two times; one that goes on counts up to <paramref name="until"/>.</summary>
    public static double Minutes(int severity, DateTimeOffset startedAt, DateTimeOffset? endedAt, DateTimeOffset from, DateTimeOffset until)
    {
        var start = startedAt > from ? startedAt : from;
        var end = endedAt is { } ended && ended < until ? ended : until;
        return end <= start ? 0 : (end - start).TotalMinutes * Weight(severity);
    }
}
