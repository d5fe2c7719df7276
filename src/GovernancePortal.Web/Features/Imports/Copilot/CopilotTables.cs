using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>Where the records of each kind of Copilot file go.</summary>
internal static class CopilotTables
{
    private static readonly BulkColumn Tool = new("Tool", BulkType.Text, UsageDay.ToolMaxLength);
    private static readonly BulkColumn Login = new("Login", BulkType.Text, UsageDay.LoginMaxLength);
    private static readonly BulkColumn Team = new("Team", BulkType.Text, TeamMembership.TeamMaxLength);
    private static readonly BulkColumn Day = new("Day", BulkType.Date);

    public static UpsertTable Users { get; } =
        new("UsageDays", [Tool, Login, Day], [new("Active", BulkType.Flag), .. Numbers("Interactions", "Generations", "Acceptances", "LinesAdded", "LinesDeleted")], WithPerson: true);

    public static UpsertTable Organisation { get; } =
        new(
            "UsageReportDays",
            [Tool, new("Organisation", BulkType.Text, UsageReportDay.OrganisationMaxLength), Day],
            [
                .. Numbers(
                    "DailyActiveUsers",
                    "WeeklyActiveUsers",
                    "MonthlyActiveUsers",
                    "Interactions",
                    "Generations",
                    "Acceptances",
                    "LinesAdded",
                    "LinesDeleted",
                    "LinesSuggested",
                    "PullRequestsCreated",
                    "PullRequestsMerged",
                    "PullRequestsCreatedByCopilot"
                ),
                new("MedianMinutesToMerge", BulkType.Money),
            ]
        );

    public static UpsertTable Seats { get; } =
        new("LicenceSeats", [Tool, Login], [Team, new("Plan", BulkType.Text, LicenceSeat.PlanMaxLength), new("LastActivityAt", BulkType.Time), new("CreatedAt", BulkType.Time)]);

    public static UpsertTable Teams { get; } = new("TeamMemberships", [Login, Team, Day], []);

    private static IEnumerable<BulkColumn> Numbers(params string[] names) => names.Select(n => new BulkColumn(n, BulkType.Number));
}
