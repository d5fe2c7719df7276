using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>Where the records of each kind of Copilot file go.</summary>
internal static class CopilotTables
{
    private static readonly BulkColumn Tool = new("Tool", BulkType.Text, UsageTools.ToolMaxLength);
    private static readonly BulkColumn Login = new("Login", BulkType.Text, UsageTools.LoginMaxLength);
    private static readonly BulkColumn Team = new("Team", BulkType.Text, TeamMembership.TeamMaxLength);
    private static readonly BulkColumn Day = new("Day", BulkType.Date);

    /// <summary>What the users report counts; its days of use go where those of every tool go.</summary>
    public static UpsertTable Counts { get; } =
        new(
            "UsageCountDays",
            [Tool, Login, Day],
            [.. Numbers("Month", "Interactions", "Generations", "Acceptances", "LinesAdded", "LinesDeleted")],
            new("Bit", BulkType.Number),
            new("Active", BulkType.Flag));

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

    /// <summary>Days that were reported as used or not as before, and for which something else is counted.</summary>
    public static string CountRecounted(string staging) =>
        $"""
        SELECT COUNT(*) FROM {staging} AS s CROSS JOIN [UsageMonths] AS u
        WHERE u.[Tool] = s.[Tool] AND u.[Login] = s.[Login] AND u.[Month] = s.[Month] AND (u.[ReportedDays] & s.[Bit]) <> 0
          AND CASE WHEN (u.[UsedDays] & s.[Bit]) <> 0 THEN 1 ELSE 0 END = s.[Active] AND (s.[Changed] = 1 OR s.[Existing] = 0)
        """;

    private static IEnumerable<BulkColumn> Numbers(params string[] names) => names.Select(n => new BulkColumn(n, BulkType.Number));
}
