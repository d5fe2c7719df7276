using System.Globalization;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.Usage;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Copilot;

/// <summary>Imports Copilot usage metrics, licence seats and team membership. Fields that are not known are ignored.</summary>
internal sealed class CopilotImporter : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.CopilotUsage, ImportKind.CopilotTeams];

    public bool Reads(StoredUpload upload) => true;

    public IImportRun Begin(ImportJob job) => new CopilotRun(job);
}

internal sealed class CopilotRun(ImportJob job) : IImportRun
{
    private UpsertTable _table = CopilotTables.Teams;
    private BulkTable _staged = null!;
    private CopilotReader? _reader;
    private UsageStaging? _use;
    private UsageWriter? _writer;

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var root = await job.Db.Units.AsNoTracking().SingleAsync(u => u.ParentId == null, cancellationToken);
        if (!job.Scope.Covers(root)) return ImportErrors.WholeOrganisationOnly;

        var read = job.Upload.Format == FileFormat.Csv ? ReadTable() : ReadRecords(cancellationToken);
        if (!read.IsSuccess || _reader is null) return read;
        _reader.Finish();
        await _staged.FinishAsync(cancellationToken);
        if (_use is not null) await _use.FinishAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        var (bulk, name) = (job.Bulk, _staged.Name);
        await bulk.ExecuteAsync(_table.ClearMarks(name), cancellationToken);
        await bulk.ExecuteAsync(_table.MarkExisting(name), cancellationToken);
        var unmatched = await UnmatchedAsync(cancellationToken);
        if (unmatched > 0) job.Report.Notes.Add($"{unmatched:N0} logins belong to nobody the portal knows. They are kept, and count once a roster or a person says whose they are.");
        if (_writer is not null) return await CompareUseAsync(cancellationToken);

        job.Report.New = await bulk.CountAsync(UpsertTable.CountNew(name), cancellationToken);
        job.Report.Changed = await bulk.CountAsync(UpsertTable.CountChanged(name), cancellationToken);
        job.Report.Unchanged = _staged.Count - job.Report.New - job.Report.Changed + _reader!.Repeated;
        return Result.Success;
    }

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (_writer is not null) await _writer.ApplyAsync(cancellationToken);
        await job.Bulk.ExecuteAsync(_table.Insert(_staged.Name), cancellationToken);
        if (_table.Values.Count > 0) await job.Bulk.ExecuteAsync(_table.Update(_staged.Name), cancellationToken);
    }

    private async Task<int> UnmatchedAsync(CancellationToken cancellationToken)
    {
        if (_writer is not null) return await _writer.MatchAsync(byRoster: false, cancellationToken);
        if (_table == CopilotTables.Organisation) return 0;

        await job.Bulk.ExecuteAsync(UpsertTable.MatchPeople(_staged.Name), cancellationToken, ("@provider", UsageTools.GitHub));
        return await job.Bulk.CountAsync(UpsertTable.UnmatchedLogins(_staged.Name), cancellationToken, ("@provider", UsageTools.GitHub));
    }

    // A record is one day: it is changed when the day's use is, or when only what is counted is.
    private async Task<Result> CompareUseAsync(CancellationToken cancellationToken)
    {
        await _writer!.CompareAsync(cancellationToken);
        var recounted = await job.Bulk.CountAsync(CopilotTables.CountRecounted(_staged.Name), cancellationToken);
        job.Report.Changed += recounted;
        job.Report.Unchanged += _reader!.Repeated - recounted;
        if (job.IsPreview) job.Report.Withhold();
        return Result.Success;
    }

    private Result ReadTable()
    {
        var opened = TableReader.Open(job.OpenFile(), job.Upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;
        Begin(CopilotShape.Teams);
        ((CopilotTeamsReader)_reader!).ReadTable(table, job.Mapping!);
        job.Report.TellColumns(table.Headers, job.Mapping!);
        return Result.Success;
    }

    private Result ReadRecords(CancellationToken cancellationToken)
    {
        using var records = new JsonRecords(job.OpenFile(), job.Upload.Format, CopilotShapes.Arrays);
        var shape = CopilotShape.Unknown;
        while (records.Read())
        {
            if (++job.Report.Rows % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            var found = CopilotShapes.Of(records.Current);
            if (found == CopilotShape.Legacy) return ImportErrors.LegacyCopilot;
            if (found == CopilotShape.Links) return ImportErrors.LinksOnly;
            if (_reader is null)
            {
                if (Refusal(found) is { } refusal) return refusal;
                Begin(shape = found);
            }

            if (found == shape) _reader!.Read(records.Current, records.Row);
            else job.Report.Errors.Add(records.Row, "(record)", "record.other", "a record of another kind", "records of one kind in one file");
        }

        if (shape == CopilotShape.Seats && records.Top.TryGetValue("total_seats", out var total) && total != job.Report.Rows.ToString(CultureInfo.InvariantCulture))
            job.Report.Notes.Add($"The file says there are {total} seats and holds {job.Report.Rows}. There may be another page of it.");
        return _reader is null ? ImportErrors.Format("There are no records in this file.", ImportKinds.Of(job.Upload.Kind).Formats) : Result.Success;
    }

    private Error? Refusal(CopilotShape shape)
    {
        var fits = job.Upload.Kind == ImportKind.CopilotTeams ? shape is CopilotShape.Teams or CopilotShape.Seats : shape is CopilotShape.Organisation or CopilotShape.Users or CopilotShape.Seats;
        if (fits) return null;
        var found = shape == CopilotShape.Unknown ? "The records have none of the fields of a Copilot report." : $"This is a file of another kind ({shape}).";
        return ImportErrors.Format(found, ImportKinds.Of(job.Upload.Kind).Formats);
    }

    private void Begin(CopilotShape shape)
    {
        _table = shape switch
        {
            CopilotShape.Users => CopilotTables.Counts,
            CopilotShape.Organisation => CopilotTables.Organisation,
            CopilotShape.Seats => CopilotTables.Seats,
            _ => CopilotTables.Teams,
        };
        _staged = job.Bulk.CreateTable("copilot", _table.Staged);
        if (shape == CopilotShape.Users) _writer = new UsageWriter(job, _use = new UsageStaging(job.Bulk));
        _reader = shape switch
        {
            CopilotShape.Users => new CopilotUsersReader(_use!, _staged, job.Report),
            CopilotShape.Organisation => new CopilotOrganisationReader(_staged, job.Report),
            CopilotShape.Seats => new CopilotSeatsReader(_staged, job.Report),
            _ => new CopilotTeamsReader(_staged, job.Report),
        };
    }
}
