namespace GovernancePortal.Domain.Tools;

/// <summary>What an entry of the register is. Kinds are words for people: what counts for guardrails is what an entry can do.</summary>
public enum AiToolKind
{
    /// <summary>Somebody uses it and does something with what it says.</summary>
    Tool = 1,

    /// <summary>It pursues a task over several steps by itself.</summary>
    Agent = 2,
}

/// <summary>How much harm it could do where it is used.</summary>
public enum RiskTier
{
    Minimal = 1,
    Limited = 2,
    High = 3,
}

/// <summary>What it does without a person.</summary>
public enum Autonomy
{
    /// <summary>It changes nothing itself.</summary>
    Suggests = 1,

    ActsAfterApproval = 2,
    ActsAlone = 3,
}
