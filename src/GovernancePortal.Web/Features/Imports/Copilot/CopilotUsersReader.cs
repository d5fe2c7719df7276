using System.Text.Json;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.Usage;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>The users report: one record per login and day.</summary>
/// <param name="use">Takes the days.</param>
/// <param name="staged">Takes what is counted.</param>
/// <param name="report">Takes what is told.</param>
internal sealed class CopilotUsersReader(UsageStaging use, BulkTable staged, ImportReport report) : CopilotReader(CopilotTables.Counts, staged, report)
{
    private readonly HashSet<string> _logins = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> _days = [];
    private int _active;

    public override void Read(JsonElement record, int row)
    {
        var login = ReadLogin(record, row);
        var day = ReadDay(record, row);
        var counters = new UsageCounters(
            ReadCount(record, "user_initiated_interaction_count", row),
            ReadCount(record, "code_generation_activity_count", row),
            ReadCount(record, "code_acceptance_activity_count", row),
            ReadCount(record, "loc_added_sum", row),
            ReadCount(record, "loc_deleted_sum", row)
        );
        var active = CopilotActivity.IsActive(counters, record.UsedAnything());
        if (login is null || day is null || Report.Errors.IsWrong(row) || !IsNew($"{login}\n{day}", row, HashCode.Combine(counters, active))) return;

        Count(login, day.Value, counters, active);
        use.Add(UsageTools.Copilot, login, day.Value, active);
        if (!counters.IsEmpty) Stage(row, login, day.Value, active, counters);
    }

    public override void Finish()
    {
        Report.Figures.Add(new ImportFigure("Days", _days.Count));
        Report.Figures.Add(new ImportFigure("Different people", _logins.Count));
        if (_logins.Count < SmallGroups.Least)
        {
            Report.Notes.Add("Figures of use are shown from five people on.");
            Forget();
        }
        else Report.Figures.Add(new ImportFigure("Records of active use", _active));
        base.Finish();
        Report.Notes.Add("Active means: any counter above zero, or any feature marked as used. Use is never shown by person.");
    }

    private void Count(string login, DateOnly day, UsageCounters counters, bool active)
    {
        _logins.Add(login);
        _days.Add(day);
        if (active) _active++;
        Add("Interactions", counters.Interactions);
        Add("Code generations", counters.Generations);
        Add("Acceptances", counters.Acceptances);
        Add("Lines added", counters.LinesAdded);
        Add("Lines deleted", counters.LinesDeleted);
    }

    private void Stage(int row, string login, DateOnly day, bool active, UsageCounters counters)
    {
        Staged.BeginRow(row);
        Staged.Set(Column("Tool"), UsageTools.Copilot);
        Staged.Set(Column("Login"), login);
        Staged.Set(Column("Day"), day);
        Staged.Set(Column("Month"), MonthBits.MonthOf(day));
        Staged.Set(Column("Bit"), MonthBits.BitOf(day));
        Staged.Set(Column("Active"), active);
        Set("Interactions", counters.Interactions);
        Set("Generations", counters.Generations);
        Set("Acceptances", counters.Acceptances);
        Set("LinesAdded", counters.LinesAdded);
        Set("LinesDeleted", counters.LinesDeleted);
        Staged.EndRow();
    }
}
