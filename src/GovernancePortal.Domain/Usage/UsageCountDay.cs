namespace GovernancePortal.Domain.Usage;

/// <summary>What a report counts for one login and day, where it counts anything; whether the tool was used is in <see cref="UsageMonth"/>.</summary>
public sealed class UsageCountDay
{
    private UsageCountDay() { }

    public string Tool { get; private set; } = "";

    /// <summary>Lower case.</summary>
    public string Login { get; private set; } = "";

    public DateOnly Day { get; private set; }

    /// <summary>Of the day, which leads to the login's month and its person.</summary>
    public int Month { get; private set; }

    public int? Interactions { get; private set; }

    public int? Generations { get; private set; }

    public int? Acceptances { get; private set; }

    public int? LinesAdded { get; private set; }

    public int? LinesDeleted { get; private set; }
}

/// <summary>What a report counts for one login and day; null where the report has no such figure.</summary>
public readonly record struct UsageCounters(int? Interactions, int? Generations, int? Acceptances, int? LinesAdded, int? LinesDeleted)
{
    public bool IsEmpty => this == default;
}
