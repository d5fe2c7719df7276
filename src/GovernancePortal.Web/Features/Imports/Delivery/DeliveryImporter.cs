using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Delivery;

/// <summary>Imports what Apache DevLake exports: deployments, incidents, and which scopes belong to which project.</summary>
internal sealed class DeliveryImporter : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.Deployments, ImportKind.DeliveryIncidents, ImportKind.DeliveryScopes];

    public bool Reads(StoredUpload upload) => upload.Format == FileFormat.Csv;

    public IImportRun Begin(ImportJob job) => new DeliveryRun(job);
}

internal sealed class DeliveryRun(ImportJob job) : IImportRun
{
    private readonly UpsertTable _table = DeliveryTables.Of(job.Upload.Kind);
    private BulkTable _staged = null!;
    private DeliveryReader _reader = null!;

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var root = await job.Db.Units.AsNoTracking().SingleAsync(u => u.ParentId == null, cancellationToken);
        if (!job.Scope.Covers(root)) return ImportErrors.WholeOrganisationOnly;

        var opened = TableReader.Open(job.OpenFile(), job.Upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;
        job.Report.TellColumns(table.Headers, job.Mapping!);
        _staged = job.Bulk.CreateTable("delivery", _table.Staged);
        _reader = new DeliveryReader(new TableRows(table, job), _table, _staged, job);
        _reader.ReadAll(cancellationToken);
        await _staged.FinishAsync(cancellationToken);
        if (_reader.WithoutZone > 0) job.Report.Notes.Add($"{Say.Of(_reader.WithoutZone, "time has", "times have")} no zone and {(_reader.WithoutZone == 1 ? "is" : "are")} read as UTC.");
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
        await job.Bulk.ExecuteAsync(_table.Insert(_staged.Name), cancellationToken);
        if (job.Report.Changed > 0) await job.Bulk.ExecuteAsync(_table.Update(_staged.Name), cancellationToken);
        foreach (var statement in DeliveryTables.Relink) await job.Bulk.ExecuteAsync(statement, cancellationToken);
    }
}
