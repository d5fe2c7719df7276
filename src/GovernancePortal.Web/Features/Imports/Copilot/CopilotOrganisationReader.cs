using System.Text.Json;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>The organisation report: one record per day, in any order.</summary>
internal sealed class CopilotOrganisationReader(BulkTable staged, ImportReport report) : CopilotReader(CopilotTables.Organisation, staged, report)
{
    // Column, field, and the label under which the days may be added up; users must not be.
    private static readonly (string Column, string Field, string? Label)[] Counts =
        [
            ("DailyActiveUsers", "daily_active_users", null),
            ("WeeklyActiveUsers", "weekly_active_users", null),
            ("MonthlyActiveUsers", "monthly_active_users", null),
            ("Interactions", "user_initiated_interaction_count", "Interactions"),
            ("Generations", "code_generation_activity_count", "Code generations"),
            ("Acceptances", "code_acceptance_activity_count", "Acceptances"),
            ("LinesAdded", "loc_added_sum", "Lines added"),
            ("LinesDeleted", "loc_deleted_sum", "Lines deleted"),
            ("LinesSuggested", "loc_suggested_to_add_sum", "Lines suggested"),
        ];

    private static readonly (string Column, string Field, string Label)[] PullRequests =
        [
            ("PullRequestsCreated", "total_created", "Pull requests created"),
            ("PullRequestsMerged", "total_merged", "Pull requests merged"),
            ("PullRequestsCreatedByCopilot", "total_created_by_copilot", "Pull requests created by Copilot"),
        ];

    private DateOnly? _first;
    private DateOnly? _last;
    private int _highest;
    private int? _lastMonthly;

    public override void Read(JsonElement record, int row)
    {
        var day = ReadDay(record, row);
        var organisation = record.Text("organization_id", "enterprise_id") ?? "";
        if (organisation.Length > UsageReportDay.OrganisationMaxLength) Wrong(row, "organization_id", "text.long", organisation, "at most 64 characters");
        var repeated = day is not null && !IsNew($"{organisation}\n{day}", row);
        if (day is null || repeated) return;

        var counts = Counts.Select(c => (c.Column, Value: ReadCount(record, c.Field, row, c.Label))).ToList();
        var hasRequests = record.TryGetProperty("pull_requests", out var requests) && requests.ValueKind == JsonValueKind.Object;
        if (hasRequests) counts.AddRange(PullRequests.Select(c => (c.Column, ReadCount(requests, c.Field, row, c.Label))));
        if (Report.Errors.IsWrong(row)) return;

        Staged.BeginRow(row);
        Staged.Set(Column("Tool"), UsageTools.Copilot);
        Staged.Set(Column("Organisation"), organisation);
        Staged.Set(Column("Day"), day.Value);
        foreach (var (column, value) in counts) Set(column, value);
        if (hasRequests && requests.TryGetProperty("median_minutes_to_merge", out var median) && median.ValueKind == JsonValueKind.Number && median.TryGetDecimal(out var minutes))
            Staged.Set(Column("MedianMinutesToMerge"), decimal.Round(minutes, 4));
        Staged.EndRow();
        Note(record, day.Value);
    }

    public override void Finish()
    {
        Report.Figures.Add(new ImportFigure("Days", Staged.Count));
        Report.Figures.Add(new ImportFigure("Most people on one day", _highest));
        Report.Figures.Add(new ImportFigure("People in the month to the last day", _lastMonthly));
        base.Finish();
        if (_first is not null) Report.Notes.Add($"{_first:yyyy-MM-dd} to {_last:yyyy-MM-dd}. People per day are not added up: the same person counts on many days.");
    }

    private void Note(JsonElement record, DateOnly day)
    {
        if (_first is null || day < _first) _first = day;
        _highest = Math.Max(_highest, record.Count("daily_active_users", out _) ?? 0);
        if (_last is not null && day < _last) return;
        (_last, _lastMonthly) = (day, record.Count("monthly_active_users", out _));
    }
}
