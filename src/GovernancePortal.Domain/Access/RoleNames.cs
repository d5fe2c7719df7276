namespace GovernancePortal.Domain.Access;

/// <summary>The roles in words, as pages say them.</summary>
public static class RoleNames
{
    public static string Of(Role role) =>
        role switch
        {
            Role.Executive => "Executive",
            Role.GovernanceOfficer => "Governance Officer",
            Role.HumanResources => "Human Resources",
            Role.TeamLead => "Team Lead",
            Role.Reviewer => "Reviewer",
            Role.KnowledgeSteward => "Knowledge Steward",
            Role.Employee => "Employee",
            Role.Auditor => "Auditor",
            Role.Administrator => "Administrator",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
        };
}
