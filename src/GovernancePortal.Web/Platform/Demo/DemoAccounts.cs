using GovernancePortal.Domain.Access;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>One account of the demo organisation.</summary>
/// <param name="Role">The role it holds.</param>
/// <param name="Email">What it signs in with.</param>
/// <param name="DisplayName">Whom it plays.</param>
public sealed record DemoAccount(Role Role, string Email, string DisplayName);

/// <summary>The accounts that the demo makes, one for each role. They can sign in only while <see cref="DemoMode"/> is on.</summary>
public static class DemoAccounts
{
    /// <summary>The same for all of them; the sign-in page shows it.</summary>
    public const string Password = "see what holds 80";

    public static IReadOnlyList<DemoAccount> All { get; } =
        [
            new(Role.Executive, "executive@demo.example", "Chief Operating Officer"),
            new(Role.GovernanceOfficer, "governance@demo.example", "Governance Officer"),
            new(Role.HumanResources, "hr@demo.example", "Head of Human Resources"),
            new(Role.TeamLead, "lead@demo.example", "Team Lead, Checkout engineering"),
            new(Role.Reviewer, "reviewer@demo.example", "Principal Engineer"),
            new(Role.KnowledgeSteward, "steward@demo.example", "Knowledge Steward"),
            new(Role.Employee, "employee@demo.example", "Software Engineer"),
            new(Role.Auditor, "auditor@demo.example", "Internal Auditor"),
            new(Role.Administrator, "admin@demo.example", "Portal Administrator"),
        ];
}
