using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>An import of days of use: what the formats share. Unknown logins are no errors, they wait for somebody to say whose they are.</summary>
internal abstract class UsageRun(ImportJob job) : IImportRun
{
    private const string Target = "UsageDays";
    private const int FewDays = 10_000;

    private UsageSql _sql = null!;
    private int _known;

    protected ImportJob Job { get; } = job;

    protected UsageStaging Staging { get; private set; } = null!;

    protected ImportReport Report => Job.Report;

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var root = await Job.Db.Units.AsNoTracking().SingleAsync(u => u.ParentId == null, cancellationToken);
        if (!Job.Scope.Covers(root)) return ImportErrors.WholeOrganisationOnly;

        Staging = new UsageStaging(Job.Bulk);
        _sql = new UsageSql(Staging.Logins.Name, Staging.Days.Name);
        var read = Read(cancellationToken);
        if (!read.IsSuccess) return read;
        await Staging.FinishAsync(cancellationToken);
        Tell();
        return Result.Success;
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        var bulk = Job.Bulk;
        await bulk.ExecuteAsync(_sql.ByLogin, cancellationToken);
        await bulk.ExecuteAsync(_sql.ByNumber, cancellationToken);
        await bulk.ExecuteAsync(_sql.ByEmail, cancellationToken);
        var waiting = await bulk.CountAsync(_sql.CountWaiting, cancellationToken);
        if (waiting > 0) Report.Notes.Add($"{Say.Of(waiting, "login belongs", "logins belong")} to nobody the portal knows. Their days are kept and count once somebody says whose they are.");

        _known = await AnyKnownAsync(cancellationToken) ? await bulk.CountAsync(_sql.CountKnown, cancellationToken) : 0;
        Report.New = Staging.Days.Count - _known;
        Report.Changed = _known == 0 ? 0 : await bulk.CountAsync(_sql.CountChanged, cancellationToken);
        Report.Unchanged = Staging.Days.Count - Report.New - Report.Changed + Staging.Repeated;
        return Result.Success;
    }

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        Task Insert() => Job.Bulk.ExecuteAsync(_known == 0 ? _sql.InsertAll : _sql.InsertNew, cancellationToken);
        if (Report.Changed > 0) await Job.Bulk.ExecuteAsync(_sql.Update, cancellationToken);
        if (await IsMostAsync(cancellationToken)) await Job.Bulk.InsertMostAsync(Target, keep: "", Insert, cancellationToken);
        else if (Report.New > 0) await Insert();
    }

    /// <summary>Reads the file into <see cref="Staging"/>.</summary>
    protected abstract Result Read(CancellationToken cancellationToken);

    /// <summary>What the format means, in sentences.</summary>
    protected abstract IEnumerable<string> Notes();

    // Most files bring days that no earlier one had; an index tells so at once, and millions of days need no look of their own.
    private async Task<bool> AnyKnownAsync(CancellationToken cancellationToken)
    {
        if (Staging is not { First: { } first, Last: { } last }) return false;
        foreach (var tool in Staging.Tools)
        {
            if (await Job.Db.UsageDays.AnyAsync(u => u.Tool == tool && u.Day >= first && u.Day <= last, cancellationToken)) return true;
        }

        return false;
    }

    // Making the indexes anew pays when most of the table is new; the count stops as soon as that is certain not to be so.
    private async Task<bool> IsMostAsync(CancellationToken cancellationToken) =>
        Report.New > FewDays && Job.Bulk.IsSqlite
        && await Job.Bulk.CountAsync($"SELECT COUNT(*) FROM (SELECT 1 FROM [{Target}] LIMIT {Report.New})", cancellationToken) < Report.New;

    private void Tell()
    {
        Report.Figures.Add(new ImportFigure("Different logins", Staging.Logins.Count));
        Report.Figures.Add(new ImportFigure("Days of use", Staging.Days.Count));
        if (Staging.First is { } first) Report.Notes.Add($"{first:yyyy-MM-dd} to {Staging.Last:yyyy-MM-dd}. People are counted once, not once for each day.");
        Report.Notes.AddRange(Notes());
    }
}
