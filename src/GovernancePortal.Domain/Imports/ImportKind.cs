namespace GovernancePortal.Domain.Imports;

/// <summary>What a file is imported as.</summary>
public enum ImportKind
{
    Roster = 1,
    Completions = 2,
    CopilotUsage = 3,
    CopilotTeams = 4,
}
