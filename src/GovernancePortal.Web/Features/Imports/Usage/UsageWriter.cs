using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>Finds whose the staged logins are, compares staged days with those that the portal knows, and brings them into its table.</summary>
internal sealed class UsageWriter(ImportJob job, UsageStaging staging)
{
    private const string Target = "UsageMonths";
    private const int FewRows = 10_000;

    private readonly UsageSql _sql = new(staging.Logins.Name, staging.Months.Name);
    private int _newRows;

    /// <summary>Finds whose the logins are, by decisions alone or also by what the roster says, and gives the number of those that wait.</summary>
    public async Task<int> MatchAsync(bool byRoster, CancellationToken cancellationToken)
    {
        string[] statements = byRoster ? [_sql.ByLogin, _sql.ByNumber, _sql.ByEmail] : [_sql.ByLogin];
        foreach (var statement in statements) await job.Bulk.ExecuteAsync(statement, cancellationToken);
        return await job.Bulk.CountAsync(_sql.CountWaiting, cancellationToken);
    }

    /// <summary>Counts days, not rows.</summary>
    public async Task CompareAsync(CancellationToken cancellationToken)
    {
        var (known, knownDays, changed) = (0, 0, 0);
        if (await AnyKnownAsync(cancellationToken))
        {
            await job.Bulk.ExecuteAsync(_sql.Mark, cancellationToken);
            var rows = job.Bulk.QueryAsync(_sql.Known, r => (Used: r.GetInt32(0), Reported: r.GetInt32(1), WasUsed: r.GetInt32(2), WasReported: r.GetInt32(3)), cancellationToken);
            await foreach (var (used, reported, wasUsed, wasReported) in rows)
            {
                known++;
                knownDays += MonthBits.Count(reported & wasReported);
                changed += MonthBits.Count(reported & wasReported & (used ^ wasUsed));
            }
        }

        _newRows = staging.Months.Count - known;
        job.Report.New = staging.Days - knownDays;
        job.Report.Changed = changed;
        job.Report.Unchanged = knownDays - changed + staging.Repeated;
    }

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        Task Insert() => job.Bulk.ExecuteAsync(_sql.Insert, cancellationToken);
        if (await job.Db.UsageMonths.AnyAsync(u => u.PersonId == null, cancellationToken)) await job.Bulk.ExecuteAsync(_sql.MatchWaiting, cancellationToken);
        if (staging.Months.Count > _newRows) await job.Bulk.ExecuteAsync(_sql.Update, cancellationToken);
        if (await IsMostAsync(cancellationToken)) await job.Bulk.InsertMostAsync(Target, keep: "", Insert, cancellationToken);
        else if (_newRows > 0) await Insert();
    }

    // Many files bring months that no earlier one had; an index tells so at once.
    private async Task<bool> AnyKnownAsync(CancellationToken cancellationToken)
    {
        if (staging is not { First: { } first, Last: { } last }) return false;
        var (from, to) = (MonthBits.MonthOf(first), MonthBits.MonthOf(last));
        foreach (var tool in staging.Tools)
        {
            if (await job.Db.UsageMonths.AnyAsync(u => u.Tool == tool && u.Month >= from && u.Month <= to, cancellationToken)) return true;
        }

        return false;
    }

    // Making the indexes anew pays when most of the table is new; the count stops as soon as that is certain not to be so.
    private async Task<bool> IsMostAsync(CancellationToken cancellationToken) =>
        _newRows > FewRows && job.Bulk.IsSqlite
        && await job.Bulk.CountAsync($"SELECT COUNT(*) FROM (SELECT 1 FROM [{Target}] LIMIT {_newRows})", cancellationToken) < _newRows;
}
