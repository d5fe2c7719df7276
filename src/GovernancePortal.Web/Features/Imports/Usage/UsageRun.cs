using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>An import of days of use: what the formats share. Unknown logins are no errors, they wait for somebody to say whose they are.</summary>
internal abstract class UsageRun(ImportJob job) : IImportRun
{
    protected ImportJob Job { get; } = job;

    protected UsageStaging Staging { get; private set; } = null!;

    protected ImportReport Report => Job.Report;

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var root = await Job.Db.Units.AsNoTracking().SingleAsync(u => u.ParentId == null, cancellationToken);
        if (!Job.Scope.Covers(root)) return ImportErrors.WholeOrganisationOnly;

        Staging = new UsageStaging(Job.Bulk);
        var read = Read(cancellationToken);
        if (!read.IsSuccess) return read;
        await Staging.Rows.FinishAsync(cancellationToken);
        Tell();
        return Result.Success;
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        var (bulk, name, table) = (Job.Bulk, Staging.Rows.Name, UsageStaging.Table);
        var match = new UsageMatchSql(name);
        await bulk.ExecuteAsync(table.ClearMarks(name), cancellationToken);
        await bulk.ExecuteAsync(table.MarkExisting(name), cancellationToken);
        await bulk.ExecuteAsync(match.ByLogin, cancellationToken);
        await bulk.ExecuteAsync(match.ByNumber, cancellationToken);
        await bulk.ExecuteAsync(match.ByEmail, cancellationToken);
        var waiting = await bulk.CountAsync(match.CountWaiting, cancellationToken);
        if (waiting > 0) Report.Notes.Add($"{Say.Of(waiting, "login belongs", "logins belong")} to nobody the portal knows. Their days are kept and count once somebody says whose they are.");

        Report.New = await bulk.CountAsync(UpsertTable.CountNew(name), cancellationToken);
        Report.Changed = await bulk.CountAsync(UpsertTable.CountChanged(name), cancellationToken);
        Report.Unchanged = Staging.Rows.Count - Report.New - Report.Changed + Staging.Repeated;
        return Result.Success;
    }

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var (bulk, name, table) = (Job.Bulk, Staging.Rows.Name, UsageStaging.Table);
        await bulk.ExecuteAsync(table.Insert(name), cancellationToken);
        if (Report.Changed > 0) await bulk.ExecuteAsync(table.Update(name), cancellationToken);
    }

    /// <summary>Reads the file into <see cref="Staging"/>.</summary>
    protected abstract Result Read(CancellationToken cancellationToken);

    /// <summary>What the format means, in sentences.</summary>
    protected abstract IEnumerable<string> Notes();

    private void Tell()
    {
        Report.Figures.Add(new ImportFigure("Different logins", Staging.Logins));
        Report.Figures.Add(new ImportFigure("Days of use", Staging.Rows.Count));
        if (Staging.First is { } first) Report.Notes.Add($"{first:yyyy-MM-dd} to {Staging.Last:yyyy-MM-dd}. People are counted once, not once for each day.");
        Report.Notes.AddRange(Notes());
    }
}
