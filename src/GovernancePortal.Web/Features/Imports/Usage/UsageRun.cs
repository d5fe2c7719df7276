using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Usage;

/// <summary>An import of days of use: what the formats share. Unknown logins are no errors, they wait for somebody to say whose they are.</summary>
internal abstract class UsageRun(ImportJob job) : IImportRun
{
    private UsageWriter _writer = null!;

    protected ImportJob Job { get; } = job;

    protected UsageStaging Staging { get; private set; } = null!;

    protected ImportReport Report => Job.Report;

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var root = await Job.Db.Units.AsNoTracking().SingleAsync(u => u.ParentId == null, cancellationToken);
        if (!Job.Scope.Covers(root)) return ImportErrors.WholeOrganisationOnly;

        Staging = new UsageStaging(Job.Bulk);
        _writer = new UsageWriter(Job, Staging);
        var read = Read(cancellationToken);
        if (!read.IsSuccess) return read;
        await Staging.FinishAsync(cancellationToken);
        Tell();
        return Result.Success;
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        var waiting = await _writer.MatchAsync(byRoster: true, cancellationToken);
        if (waiting > 0) Report.Notes.Add($"{Say.Of(waiting, "login belongs", "logins belong")} to nobody the portal knows. Their days are kept and count once somebody says whose they are.");

        await _writer.CompareAsync(cancellationToken);
        if (Job.IsPreview) Report.Withhold();
        return Result.Success;
    }

    public Task ApplyAsync(CancellationToken cancellationToken) => _writer.ApplyAsync(cancellationToken);

    /// <summary>Reads the file into <see cref="Staging"/>.</summary>
    protected abstract Result Read(CancellationToken cancellationToken);

    /// <summary>What the format means, in sentences.</summary>
    protected abstract IEnumerable<string> Notes();

    private void Tell()
    {
        Report.Figures.Add(new ImportFigure("Different logins", Staging.Logins.Count));
        Report.Figures.Add(new ImportFigure("Days of use", Staging.Days));
        if (Staging.First is { } first) Report.Notes.Add($"{first:yyyy-MM-dd} to {Staging.Last:yyyy-MM-dd}. People are counted once, not once for each day.");
        Report.Notes.AddRange(Notes());
    }
}
