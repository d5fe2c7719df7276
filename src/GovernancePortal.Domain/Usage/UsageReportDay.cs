namespace GovernancePortal.Domain.Usage;

/// <summary>One day of an organisation report. Users per day are different people on that day alone: the days must not be added up.</summary>
public sealed class UsageReportDay
{
    public const int OrganisationMaxLength = 64;

    private UsageReportDay() { }

    public UsageReportDay(string tool, string organisation, DateOnly day) => (Tool, Organisation, Day) = (tool, organisation, day);

    public long Id { get; private set; }

    public string Tool { get; private set; } = "";

    /// <summary>The report's own id of the organisation or enterprise.</summary>
    public string Organisation { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public int? DailyActiveUsers { get; private set; }

    public int? WeeklyActiveUsers { get; private set; }

    public int? MonthlyActiveUsers { get; private set; }

    public int? Interactions { get; private set; }

    public int? Generations { get; private set; }

    public int? Acceptances { get; private set; }

    public int? LinesAdded { get; private set; }

    public int? LinesDeleted { get; private set; }

    public int? LinesSuggested { get; private set; }

    public int? PullRequestsCreated { get; private set; }

    public int? PullRequestsMerged { get; private set; }

    public int? PullRequestsCreatedByCopilot { get; private set; }

    /// <summary>Absent on many days, and absent is not zero.</summary>
    public decimal? MedianMinutesToMerge { get; private set; }
}
