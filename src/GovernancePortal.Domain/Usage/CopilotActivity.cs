namespace GovernancePortal.Domain.Usage;

/// <summary>What "active" means for a row of a Copilot user report: any counter above zero, or any feature marked as used.</summary>
public static class CopilotActivity
{
    public static bool IsActive(UsageCounters counters, bool usedAnyFeature) =>
        usedAnyFeature
        || counters.Interactions > 0
        || counters.Generations > 0
        || counters.Acceptances > 0
        || counters.LinesAdded > 0
        || counters.LinesDeleted > 0;
}
