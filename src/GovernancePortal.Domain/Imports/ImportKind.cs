namespace GovernancePortal.Domain.Imports;

/// <summary>What a file is imported as.</summary>
public enum ImportKind
{
    Roster = 1,
    Completions = 2,
    CopilotUsage = 3,
    CopilotTeams = 4,

    /// <summary>Microsoft 365 Copilot's report of last activity by user.</summary>
    Microsoft365Usage = 5,

    /// <summary>OpenTelemetry metrics of Claude Code.</summary>
    ClaudeCodeUsage = 6,

    /// <summary>Any tool: who was active on which day.</summary>
    PlainUsage = 7,
    Deployments = 8,
    DeliveryIncidents = 9,

    /// <summary>Which scope of deployments or incidents belongs to which project.</summary>
    DeliveryScopes = 10,

    /// <summary>Which unit answers for which project.</summary>
    DeliveryUnits = 11,

    /// <summary>Figures of guardrails whose rows the portal does not hold.</summary>
    GuardrailFigures = 12,

    /// <summary>Figures of outcomes.</summary>
    OutcomeFigures = 13,

    /// <summary>Pages that people and agents read elsewhere.</summary>
    KnowledgePages = 14,

    /// <summary>Incidents that another system or the AI Incident Database tells of, with what AI had to do with them.</summary>
    Incidents = 15,
}
