namespace GovernancePortal.Domain.Adoption;

/// <summary>Which way is better.</summary>
public enum Direction
{
    /// <summary>Higher is better: the value must be at least the threshold.</summary>
    Min,

    /// <summary>Lower is better: the value must be at most the threshold.</summary>
    Max,
}

/// <summary>What a guardrail that does not hold does to its target.</summary>
public enum GuardrailMode
{
    /// <summary>Stops it from going live, or pauses it.</summary>
    Block,

    /// <summary>Is shown, and lowers readiness.</summary>
    Warn,
}

/// <summary>What one evaluation says about one guardrail, before the counters smooth it.</summary>
public enum GuardrailStatus
{
    /// <summary>No value, too few cases or too old. Counts as failing.</summary>
    Unknown,
    Pass,

    /// <summary>Between the two thresholds: neither confirms nor breaches.</summary>
    Warn,
    Fail,
}

public enum TargetState
{
    Draft,
    Proposed,

    /// <summary>Agreed by two people, and blocked until the guardrails hold and the start date has come.</summary>
    Approved,
    Active,
    Paused,
    Achieved,
    Retired,
}

/// <summary>How a guardrail's value is read aloud.</summary>
public enum GuardrailUnit
{
    Percent,
    Count,

    /// <summary>A multiple of what is allowed.</summary>
    Multiple,

    /// <summary>1 or 0.</summary>
    YesNo,
}
