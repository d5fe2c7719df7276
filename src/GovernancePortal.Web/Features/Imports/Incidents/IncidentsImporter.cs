using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.Figures;
using GovernancePortal.Web.Features.Incidents.Reading;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Incidents;

/// <summary>Imports incidents with what AI had to do with them. Those that are known stay as they are: what was written about one is changed by people alone.</summary>
internal sealed class IncidentsImporter : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.Incidents];

    public bool Reads(StoredUpload upload) => upload.Format == FileFormat.Csv;

    public IImportRun Begin(ImportJob job) => new IncidentsRun(job);
}

internal sealed class IncidentsRun(ImportJob job) : IImportRun
{
    private const int AtOnce = 500;

    /// <summary>Incidents to an entry of the ledger.</summary>
    private const int ToAnEntry = 50;

    private readonly List<Incident> _new = [];
    private readonly List<(IncidentLine Line, Incident Incident)> _lines = [];

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var opened = TableReader.Open(job.OpenFile(), job.Upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;
        job.Report.TellColumns(table.Headers, job.Mapping!);
        var rows = new TableRows(table, job);
        var reader = new IncidentReader(rows, job, await FigureUnits.LoadAsync(job.Db, cancellationToken));
        foreach (var line in reader.ReadAll(cancellationToken))
        {
            var incident = Incident.Bring(line.Number, line.Facts, line.Cause, job.Now);
            if (incident.IsSuccess) _lines.Add((line, incident.Value));
            else IncidentReader.Tell(job, rows, line, incident.Error!);
        }

        if (reader.ReadAsUtc) job.Report.Notes.Add("Times without a zone were read as UTC.");
        return Result.Success;
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        foreach (var part in _lines.Chunk(AtOnce))
        {
            var numbers = part.Select(l => l.Incident.Number).ToArray();
            var known = await job.Db.Incidents.AsNoTracking().Include(i => i.Corrections).Where(i => numbers.Contains(i.Number)).ToDictionaryAsync(i => i.Number, StringComparer.OrdinalIgnoreCase, cancellationToken);
            foreach (var (line, incident) in part)
            {
                if (!known.TryGetValue(incident.Number, out var before)) _new.Add(incident);
                else if (before.WasToldAs(line.Facts)) job.Report.Unchanged++;
                else job.Report.Errors.Add(line.Row, "(row)", IncidentErrors.ToldOtherwise.Code, line.Number, "the facts as they are known; a person corrects them on the incident's page");
            }
        }

        job.Report.New = _new.Count;
        return Result.Success;
    }

    public Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (_new.Count == 0) return Task.CompletedTask;
        job.Db.Incidents.AddRange(_new);
        foreach (var part in _new.Chunk(ToAnEntry))
        {
            var incidents = part.Select(i => new { id = i.Id.Value, number = i.Number, facts = IncidentPayload.Of(i.Facts), cause = IncidentPayload.Of(i.InForce?.Cause) });
            job.Db.Record(job.Actor, "incidents.imported", $"import:{job.ImportId.Value}", new { count = part.Length, incidents });
        }

        return Task.CompletedTask;
    }
}
