using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Literacy.Coverage;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Roster;

/// <summary>Moves a staged roster into the portal's tables, inside the transaction of the import.</summary>
internal sealed class RosterWriter(
    ImportJob job,
    RosterUnits units,
    BulkTable people,
    BulkTable skills,
    BulkTable systems,
    RosterSql sql,
    IReadOnlyList<string> filled
)
{
    /// <summary>So few are inserted one by one in no time.</summary>
    private const int FewPeople = 1_000;

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        // A person may stand in the file before the manager: the key is checked at the end.
        if (job.Bulk.IsSqlite) await job.Bulk.ExecuteAsync("PRAGMA defer_foreign_keys = ON", cancellationToken);

        await AddUnitsAsync(cancellationToken);
        await InsertPeopleAsync(cancellationToken);
        if (Columns is { Count: > 0 } columns) await job.Bulk.ExecuteAsync(sql.UpdatePeople(columns), cancellationToken);
        if (Has("skills")) await WriteWordsAsync(SkillsSql(people, skills), cancellationToken);
        if (Has("systems")) await WriteWordsAsync(SystemsSql(people, systems), cancellationToken);
        if (Has("login")) await WriteLoginsAsync(cancellationToken);
        await MatchWaitingUsageAsync(cancellationToken);
        if (job.MarksAbsent) await job.Bulk.ExecuteAsync(sql.MarkAbsentAsLeft(job.Scope), cancellationToken, ("@today", job.Today));
        await NumberAsync(cancellationToken);
        // Whoever moved, joined or left may be asked for something else; units may have new places.
        await CoverageProjection.RefreshAsync(job.Db, CoveragePeople.Everybody, job.Today, cancellationToken);
    }

    private IReadOnlyList<string> Columns => filled.Contains("Name") ? [.. filled, "SearchName", "SearchLastName"] : filled;

    private bool Has(string field) => job.Mapping!.Columns.Values.Contains(field, StringComparer.Ordinal);

    private async Task InsertPeopleAsync(CancellationToken cancellationToken)
    {
        var before = await job.Bulk.CountAsync("SELECT COUNT(*) FROM [People]", cancellationToken);
        Task Insert() => job.Bulk.ExecuteAsync(sql.InsertPeople, cancellationToken);
        if (job.Report.New > Math.Max(before, FewPeople)) await job.Bulk.InsertMostAsync("People", keep: "ManagerId", Insert, cancellationToken);
        else await Insert();
    }

    private async Task AddUnitsAsync(CancellationToken cancellationToken)
    {
        if (units.New.Count == 0) return;
        await using var staged = await StageUnitsAsync("roster_units_new", units.New, cancellationToken);
        await job.Bulk.ExecuteAsync(new RosterSql(people.Name, "", "", staged.Name).InsertUnits, cancellationToken);
    }

    public static RosterWordsSql SkillsSql(BulkTable people, BulkTable skills) => new(people.Name, skills.Name, "PersonSkills", "SkillCount", "SkillList");

    public static RosterWordsSql SystemsSql(BulkTable people, BulkTable systems) => new(people.Name, systems.Name, "PersonSystems", "SystemCount", "SystemList");

    private async Task WriteWordsAsync(RosterWordsSql statements, CancellationToken cancellationToken)
    {
        await job.Bulk.ExecuteAsync(statements.Delete, cancellationToken);
        await job.Bulk.ExecuteAsync(statements.Insert, cancellationToken);
    }

    private async Task WriteLoginsAsync(CancellationToken cancellationToken)
    {
        var statements = new RosterLoginsSql(people.Name);
        await job.Bulk.ExecuteAsync(statements.Reassign, cancellationToken, ("@provider", UsageTools.GitHub));
        await job.Bulk.ExecuteAsync(statements.Insert, cancellationToken, ("@provider", UsageTools.GitHub));
        await job.Bulk.ExecuteAsync(statements.NoLongerNobodys, cancellationToken, ("@provider", UsageTools.GitHub));
        await job.Bulk.ExecuteAsync(statements.MatchUsage, cancellationToken, ("@tool", UsageTools.Copilot));
    }

    private async Task MatchWaitingUsageAsync(CancellationToken cancellationToken)
    {
        var statements = new RosterLoginsSql(people.Name);
        var tools = await job.Db.UsageMonths.Where(u => u.PersonId == null).Select(u => u.Tool).Distinct().ToListAsync(cancellationToken);
        foreach (var tool in tools.Where(t => t != UsageTools.Copilot))
        {
            (string, object?)[] parameters = [("@tool", tool), ("@provider", UsageTools.ProviderOf(tool))];
            await job.Bulk.ExecuteAsync(statements.MatchUsageByEmail, cancellationToken, parameters);
            await job.Bulk.ExecuteAsync(statements.MatchUsageByNumber, cancellationToken, parameters);
        }
    }

    private async Task NumberAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<UnitId, int>();
        var found = job.Bulk.QueryAsync(RosterSql.Headcounts, r => (Id: ReadId(r.GetValue(0)), Count: r.GetInt32(1)), cancellationToken, ("@today", job.Today));
        await foreach (var (id, count) in found) counts[id] = count;

        UnitTree.Number(units.All, counts);
        await using var staged = await StageUnitsAsync("roster_units", units.All, cancellationToken);
        await job.Bulk.ExecuteAsync(new RosterSql(people.Name, "", "", staged.Name).UpdateUnits, cancellationToken);
    }

    private async Task<BulkTable> StageUnitsAsync(string name, IReadOnlyCollection<Unit> rows, CancellationToken cancellationToken)
    {
        var staged = job.Bulk.CreateTable(name, RosterColumns.Units);
        foreach (var unit in rows)
        {
            staged.BeginRow(staged.Count + 1);
            staged.Set(0, unit.Id.Value);
            if (unit.ParentId is { } parent) staged.Set(1, parent.Value);
            staged.Set(2, unit.Name);
            staged.Set(3, unit.Path);
            staged.Set(4, unit.Left);
            staged.Set(5, unit.Right);
            staged.Set(6, unit.Depth);
            staged.Set(7, unit.DirectHeadcount);
            staged.Set(8, unit.TotalHeadcount);
            staged.EndRow();
        }

        await staged.FinishAsync(cancellationToken);
        return staged;
    }

    private static UnitId ReadId(object value) => new(value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value);
}
