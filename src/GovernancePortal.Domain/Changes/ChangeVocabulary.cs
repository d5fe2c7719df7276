namespace GovernancePortal.Domain.Changes;

/// <summary>Whether AI took part in a change. The later value is the stronger statement; what nobody declared is not "no".</summary>
public enum AiInvolvement
{
    NotDeclared = 0,

    /// <summary>Somebody stated that AI took no part.</summary>
    None = 1,

    Declared = 2,

    /// <summary>A tool found it, whatever was declared.</summary>
    Detected = 3,
}

/// <summary>By what the involvement of AI is known.</summary>
public enum InvolvementSource
{
    Nobody = 0,
    Trailer = 1,
    Label = 2,
    Form = 3,
    Tool = 4,
}

public enum ChangeState
{
    Open = 1,
    Merged = 2,

    /// <summary>Given up without being merged.</summary>
    Closed = 3,
}

/// <summary>What the gate answers.</summary>
public enum GateVerdict
{
    Pending = 0,
    Allow = 1,
    Deny = 2,
}

public enum SignOffKind
{
    Approval = 1,
    Rejection = 2,

    /// <summary>Let through without sign-off, with a reason, to be reviewed by somebody else afterwards.</summary>
    EmergencyPass = 3,

    /// <summary>What that later review found.</summary>
    AfterReview = 4,
}

/// <summary>What a reviewer found wrong.</summary>
public enum FindingType
{
    None = 0,
    HallucinatedApi = 1,
    StaleSource = 2,
    MissingTest = 3,
    InsecureCode = 4,
    WrongLogic = 5,
    Licence = 6,
    ExcessPermission = 7,
    LeakedSecret = 8,
    Other = 99,
}

/// <summary>How much depends on a system.</summary>
public enum Criticality
{
    Low = 1,
    Medium = 2,
    High = 3,
}

/// <summary>Where a change stands in the reviewers' queue.</summary>
public enum QueuePlace
{
    /// <summary>Merged, closed, or pushed over.</summary>
    Nowhere = 0,

    /// <summary>Waits for a decision.</summary>
    Waiting = 1,

    /// <summary>Open, and the gate lets it through or refuses it.</summary>
    Decided = 2,
}
