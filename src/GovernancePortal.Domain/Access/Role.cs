namespace GovernancePortal.Domain.Access;

/// <summary>What a person may do, always within a unit and everything below it.</summary>
public enum Role
{
    Executive = 1,
    GovernanceOfficer = 2,
    HumanResources = 3,
    TeamLead = 4,
    Reviewer = 5,
    KnowledgeSteward = 6,
    Employee = 7,
    Auditor = 8,
    Administrator = 9,
}
