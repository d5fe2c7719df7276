namespace GovernancePortal.Domain.Reallocation;

public enum CaseState
{
    /// <summary>Known to Human Resources alone.</summary>
    Draft = 0,

    /// <summary>Those concerned have been told.</summary>
    Published = 1,

    /// <summary>Nothing of it is left to do.</summary>
    Closed = 2,

    /// <summary>Given up; the positions stay.</summary>
    Withdrawn = 3,
}

/// <summary>Whose law says how long notice and consultation take.</summary>
public enum PlaceOfLaw
{
    UnitedStates = 0,
    UnitedKingdom = 1,

    /// <summary>Contracts say.</summary>
    Elsewhere = 2,
}

/// <summary>What kind of new work a role is.</summary>
public enum WorkKind
{
    /// <summary>Reads and signs off what AI wrote before it goes on.</summary>
    AiChangeVetter = 0,

    /// <summary>Builds what holds agents and workflows back.</summary>
    GuardrailEngineer = 1,

    /// <summary>Keeps the pages right that agents read.</summary>
    KnowledgeSteward = 2,

    /// <summary>Tries out agents and workflows before people rely on them.</summary>
    AiWorkflowTester = 3,

    /// <summary>Teaches colleagues what AI can and cannot do.</summary>
    AiTrainer = 4,
    Other = 5,
}

public enum RoleState
{
    /// <summary>Seen by Human Resources alone.</summary>
    Draft = 0,

    /// <summary>People may name it as a preference.</summary>
    Published = 1,

    /// <summary>No longer offered.</summary>
    Retired = 2,
}

/// <summary>Who says that somebody has a skill.</summary>
public enum SkillSource
{
    Self = 0,
    File = 1,
    Lead = 2,
}
