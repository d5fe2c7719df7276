using GovernancePortal.Web.Platform.Access;

namespace GovernancePortal.Web.Components.Layout;

/// <summary>One line of the navigation, shown to whoever meets the policy.</summary>
internal sealed record NavItem(string Href, string Text, string Policy);

/// <summary>The navigation, grouped by job.</summary>
internal sealed record NavGroup(string Name, IReadOnlyList<NavItem> Items)
{
    public static IReadOnlyList<NavGroup> All { get; } =
        [
            new("Adoption", [new("targets", "Targets", Policies.ViewTargets), new("tools", "Tools and agents", Policies.ViewTools), new("friction", "Friction", Policies.ViewFriction), new("friction/new", "Report friction", Policies.ReportFriction), new("delivery", "Delivery", Policies.ViewDelivery), new("imports", "Imports", Policies.ViewImports)]),
            new("Evidence", [new("changes", "Changes", Policies.ViewChanges), new("incidents", "Incidents", Policies.FollowIncidents), new("knowledge", "Knowledge", Policies.ViewPages), new("literacy", "Literacy", Policies.ViewLiteracy), new("courses", "Courses", Policies.ViewCourses), new("training", "My training", Policies.ReportTraining), new("literacy/statements", "Training statements", Policies.ManageCourses)]),
            new("People", [new("units", "Organisation", Policies.ViewUnits), new("people", "People", Policies.ViewPeople), new("scenarios", "Scenarios", Policies.SeeScenarios), new("cases", "Displaced positions", Policies.ReadCases), new("work-roles", "Work roles", Policies.ManageWorkRoles), new("plans", "Moving people", Policies.SeePlans), new("team-moves", "Moves of my teams", Policies.FollowMoves), new("my-offer", "My offer", Policies.AnswerOffers)]),
            new("Record", [new("ledger", "Ledger", Policies.ViewLedger)]),
            new("Administration", [new("users", "Users and roles", Policies.ManageUsers), new("api-keys", "API keys", Policies.ManageApiKeys), new("mail", "Mail", Policies.ManageMail), new("code-host", "GitHub", Policies.WatchCodeHost)]),
        ];
}
