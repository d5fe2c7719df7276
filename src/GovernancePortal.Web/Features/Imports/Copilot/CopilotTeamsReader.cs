using System.Text.Json;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>Who belonged to which team on which day, from JSON records or from the rows of a table.</summary>
internal sealed class CopilotTeamsReader(BulkTable staged, ImportReport report) : CopilotReader(CopilotTables.Teams, staged, report)
{
    private readonly HashSet<string> _logins = new(StringComparer.Ordinal);
    private readonly HashSet<string> _teams = new(StringComparer.Ordinal);

    public override void Read(JsonElement record, int row) =>
        Take(row, record.Text(CopilotFields.Login) ?? "", record.Text(CopilotFields.Team) ?? "", record.Text("day", "date") ?? "", DateOrder.YearMonthDay);

    public void ReadTable(TableReader table, ColumnMapping mapping)
    {
        int Find(string field) => table.Headers.Index().Where(h => mapping.Columns.GetValueOrDefault(h.Item) == field).Select(h => h.Index).DefaultIfEmpty(-1).First();
        var (login, team, day) = (Find("login"), Find("team"), Find("day"));
        while (table.Read())
        {
            Report.Rows++;
            Take(table.Row, table.Cell(login).ToString(), table.Cell(team).ToString(), table.Cell(day).ToString(), mapping.DateOrder);
        }
    }

    public override void Finish()
    {
        Report.Figures.Add(new ImportFigure("Different people", _logins.Count));
        Report.Figures.Add(new ImportFigure("Teams", _teams.Count));
        base.Finish();
    }

    private void Take(int row, string login, string team, string day, DateOrder order)
    {
        if (login.Length is 0 or > UsageTools.LoginMaxLength) Wrong(row, "login", "login.missing", login, "a login");
        if (team.Length is 0 or > TeamMembership.TeamMaxLength) Wrong(row, "team", "team.missing", team, "a team, at most 120 characters");
        if (!CellReader.TryDate(day, order, out var date)) Wrong(row, "day", "date.unreal", day, DateWords.Expected(order));
        if (Report.Errors.IsWrong(row)) return;

        var form = UsageTools.LoginForm(login);
        if (!IsNew($"{form}\n{team.ToUpperInvariant()}\n{date}", row)) return;
        _logins.Add(form);
        _teams.Add(team);
        Staged.BeginRow(row);
        Staged.Set(Column("Login"), form);
        Staged.Set(Column("Team"), team);
        Staged.Set(Column("Day"), date);
        Staged.EndRow();
    }
}
