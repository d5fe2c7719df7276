using System.Globalization;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Literacy.Coverage;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Imports.Completions;

/// <summary>Imports training completions from a CSV file.</summary>
internal sealed class CompletionImporter : IImporter
{
    public IReadOnlyList<ImportKind> Kinds { get; } = [ImportKind.Completions];

    public bool Reads(StoredUpload upload) => upload.Format == FileFormat.Csv;

    public IImportRun Begin(ImportJob job) => new CompletionRun(job);
}

internal sealed class CompletionRun : IImportRun
{
    private const string StagingName = "staged_completions";

    private readonly ImportJob _job;
    private readonly BulkTable _staged;
    private readonly CompletionSql _sql;
    private CompletionReader _reader = null!;
    private string _scoreHeader = "";

    public CompletionRun(ImportJob job)
    {
        _job = job;
        _staged = job.Bulk.CreateTable(StagingName, CompletionColumns.All);
        _sql = new CompletionSql(_staged.Name);
    }

    public async Task<Result> StageAsync(CancellationToken cancellationToken)
    {
        var courses = await _job.Db.Courses.AsNoTracking().ToDictionaryAsync(c => c.Code, StringComparer.Ordinal, cancellationToken);
        var opened = TableReader.Open(_job.OpenFile(), _job.Upload);
        if (!opened.IsSuccess) return opened.Error!;
        using var table = opened.Value;

        var mapping = _job.Mapping!;
        _job.Report.TellColumns(table.Headers, mapping);
        _scoreHeader = HeaderOf(mapping, "score");
        _reader = new CompletionReader(table, mapping, _job, courses, await RosterIndex.ReadAsync(_job.Db, cancellationToken));
        _reader.ReadAll(_staged, cancellationToken);
        await _staged.FinishAsync(cancellationToken);
        if (!mapping.Columns.Values.Contains("result", StringComparer.Ordinal)) _job.Report.Notes.Add("No column holds results, so every row counts as attended, not as passed.");
        return Result.Success;
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        var bulk = _job.Bulk;
        await bulk.ExecuteAsync(_sql.MarkRecorded, cancellationToken);
        await bulk.ExecuteAsync(_sql.MarkStruck, cancellationToken);
        await ReportContradictionsAsync(cancellationToken);
        if (_reader.MayRepeat)
        {
            var index = bulk.IsSqlite ? ("temp.[IX_completions]", $"[{StagingName}]") : ("[IX_completions]", _staged.Name);
            await bulk.ExecuteAsync($"CREATE INDEX {index.Item1} ON {index.Item2} ([PersonId], [CourseId], [CompletedOn])", cancellationToken);
            await bulk.ExecuteAsync(_sql.MarkRepeated, cancellationToken);
        }

        _job.Report.New = await bulk.CountAsync(_sql.CountIn("0"), cancellationToken);
        _job.Report.Unchanged = await bulk.CountAsync(_sql.CountIn("1, 2"), cancellationToken);
        foreach (var course in _reader.NewCourses) _job.Report.Notes.Add($"Adds the course {course.Code}, “{course.Name}”, whose completions do not run out unless the file says so.");
        return Result.Success;
    }

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        _job.Db.Courses.AddRange(_reader.NewCourses);
        await _job.Db.SaveChangesAsync(cancellationToken);
        if (await _job.Bulk.CountAsync(_sql.CountTouched, cancellationToken) > CoverageProjection.MostSingly)
        {
            await CoverageProjection.RefreshAroundAsync(_job.Db, _job.Contexts, _job.ImportId, InsertAsync, _job.Today, cancellationToken);
            return;
        }

        await InsertAsync();
        var importId = _job.ImportId;
        var touched = await _job.Db.Completions.Where(c => c.ImportId == importId).Select(c => c.PersonId).Distinct().ToListAsync(cancellationToken);
        await CoverageProjection.RefreshAsync(_job.Db, CoveragePeople.Only(touched), _job.Today, cancellationToken);

        Task InsertAsync() => _job.Bulk.ExecuteAsync(_sql.Insert, cancellationToken, ("@now", _job.Now), ("@import", _job.ImportId.Value));
    }

    private static string HeaderOf(ColumnMapping mapping, string field) => mapping.Columns.FirstOrDefault(c => c.Value.Equals(field, StringComparison.Ordinal)).Key ?? $"({field})";

    private async Task ReportContradictionsAsync(CancellationToken cancellationToken)
    {
        var rows = _job.Bulk.QueryAsync(_sql.Contradictions, r => (Row: r.GetInt32(0), Found: Convert.ToString(r.GetValue(1), CultureInfo.InvariantCulture) ?? ""), cancellationToken);
        await foreach (var (row, found) in rows) _job.Report.Errors.Add(row, _scoreHeader, "completion.differs", found, "the score that is recorded; void that completion first");
    }
}
