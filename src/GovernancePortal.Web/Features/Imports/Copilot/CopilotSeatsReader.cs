using System.Text.Json;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>Licence seats. A person with several seats, one for each team that gives it, holds one licence: the one that was used last.</summary>
internal sealed class CopilotSeatsReader(BulkTable staged, ImportReport report) : CopilotReader(CopilotTables.Seats, staged, report)
{
    private readonly Dictionary<string, Seat> _seats = new(StringComparer.Ordinal);

    public override void Read(JsonElement record, int row)
    {
        var login = ReadLogin(record.TryGetProperty("assignee", out var assignee) && assignee.ValueKind == JsonValueKind.Object ? assignee : default, row);
        var created = record.Time("created_at");
        if (created is null) Wrong(row, "created_at", "time.shape", record.Text("created_at"), "a time, such as 2026-01-03T09:00:00Z");
        var team = record.Text("assigning_team") ?? "";
        var plan = record.Text("plan_type") ?? "";
        if (team.Length > TeamMembership.TeamMaxLength) Wrong(row, "assigning_team", "text.long", team, "at most 120 characters");
        if (plan.Length > LicenceSeat.PlanMaxLength) Wrong(row, "plan_type", "text.long", plan, "at most 40 characters");
        if (login is null || created is null || Report.Errors.IsWrong(row)) return;

        var seat = new Seat(row, team, plan, record.Time("last_activity_at"), created.Value);
        if (IsNew(login, row) || (seat.LastActivity ?? DateTimeOffset.MinValue) > (_seats[login].LastActivity ?? DateTimeOffset.MinValue)) _seats[login] = seat;
    }

    public override void Finish()
    {
        foreach (var (login, seat) in _seats) Stage(login, seat);
        Report.Figures.Add(new ImportFigure("Different people", _seats.Count));
        Report.Figures.Add(new ImportFigure("Never used", _seats.Values.Count(s => s.LastActivity is null)));
        foreach (var plan in _seats.Values.GroupBy(s => s.Plan, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            Report.Figures.Add(new ImportFigure(plan.Key.Length == 0 ? "No plan" : $"Plan {plan.Key}", plan.Count()));
        base.Finish();
    }

    private void Stage(string login, Seat seat)
    {
        Staged.BeginRow(seat.Row);
        Staged.Set(Column("Tool"), UsageTools.Copilot);
        Staged.Set(Column("Login"), login);
        Staged.Set(Column("Team"), seat.Team);
        Staged.Set(Column("Plan"), seat.Plan);
        if (seat.LastActivity is { } activity) Staged.Set(Column("LastActivityAt"), activity);
        Staged.Set(Column("CreatedAt"), seat.Created);
        Staged.EndRow();
    }

    private sealed record Seat(int Row, string Team, string Plan, DateTimeOffset? LastActivity, DateTimeOffset Created);
}
