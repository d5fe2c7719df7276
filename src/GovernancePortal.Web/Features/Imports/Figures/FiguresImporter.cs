using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Figures;

/// <summary>Imports figures of guardrails and outcomes that other systems measured, and which unit answers for which project.</summary>
internal sealed class FiguresImporter : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.GuardrailFigures, ImportKind.OutcomeFigures, ImportKind.DeliveryUnits];

    public bool Reads(StoredUpload upload) => upload.Format == FileFormat.Csv;

    public IImportRun Begin(ImportJob job) => new FiguresRun(job);
}

internal sealed class FiguresRun(ImportJob job) : IImportRun
{
    private readonly UpsertTable _table = FigureTables.Of(job.Upload.Kind);
    private BulkTable _staged = null!;
    private FigureReader _reader = null!;

    private bool HoldsFigures => job.Upload.Kind != ImportKind.DeliveryUnits;

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var root = await job.Db.Units.AsNoTracking().SingleAsync(u => u.ParentId == null, cancellationToken);
        // Delivery belongs to the whole organisation; a figure belongs to its unit.
        if (!HoldsFigures && !job.Scope.Covers(root)) return ImportErrors.WholeOrganisationOnly;

        var opened = TableReader.Open(job.OpenFile(), job.Upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;
        job.Report.TellColumns(table.Headers, job.Mapping!);
        _staged = job.Bulk.CreateTable("figures", _table.Staged);
        _reader = new FigureReader(new TableRows(table, job), _table, _staged, job, await FigureUnits.LoadAsync(job.Db, cancellationToken));
        _reader.ReadAll(cancellationToken);
        await _staged.FinishAsync(cancellationToken);
        if (job.Upload.Kind == ImportKind.OutcomeFigures) await TellUnwatchedAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        var (bulk, name) = (job.Bulk, _staged.Name);
        await bulk.ExecuteAsync(_table.ClearMarks(name), cancellationToken);
        await bulk.ExecuteAsync(_table.MarkExisting(name), cancellationToken);
        job.Report.New = await bulk.CountAsync(UpsertTable.CountNew(name), cancellationToken);
        job.Report.Changed = await bulk.CountAsync(UpsertTable.CountChanged(name), cancellationToken);
        job.Report.Unchanged = _staged.Count - job.Report.New - job.Report.Changed + _reader.Repeated;
        return Result.Success;
    }

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (job.Report.Changed > 0 && HoldsFigures) await NoteCorrectionsAsync(cancellationToken);
        await job.Bulk.ExecuteAsync(_table.Insert(_staged.Name), cancellationToken);
        if (job.Report.Changed > 0) await job.Bulk.ExecuteAsync(_table.Update(_staged.Name), cancellationToken);
    }

    /// <summary>A metric is found by its exact name, so a slip of the pen would be read by nobody.</summary>
    private async Task TellUnwatchedAsync(CancellationToken cancellationToken)
    {
        var watched = await job.Db.AdoptionTargets.IgnoreAutoIncludes().Where(t => t.OutcomeMetric != null).Select(t => t.OutcomeMetric!).Distinct().ToListAsync(cancellationToken);
        var idle = _reader.Rows.Values.Select(r => r.Name).Distinct(StringComparer.Ordinal).Except(watched, StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(20).ToArray();
        if (idle.Length > 0) job.Report.Notes.Add($"No target watches {string.Join(", ", idle)}. A target finds its outcome by exactly this name.");
    }

    /// <summary>A figure that is corrected was perhaps acted on; what stood there before goes into the ledger.</summary>
    private async Task NoteCorrectionsAsync(CancellationToken cancellationToken)
    {
        const int most = 200;
        var changed = new List<(int Row, double Value, string Source)>();
        await foreach (var before in job.Bulk.QueryAsync(FigureTables.Before(_table, _staged.Name), r => (r.GetInt32(0), r.GetDouble(1), r.GetString(2)), cancellationToken)) changed.Add(before);

        foreach (var part in changed.Chunk(most))
        {
            var figures = part.Select(c => (Before: c, Now: _reader.Rows[c.Row])).Select(c => new
            {
                unit = c.Now.Unit.Value,
                figure = c.Now.Name,
                day = c.Now.Day,
                before = c.Before.Value,
                beforeFrom = c.Before.Source,
                after = c.Now.Value,
            });
            job.Db.Record(job.Actor, "figures.corrected", $"import:{job.ImportId.Value}", new { count = part.Length, figures });
        }
    }
}
