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
    private string _personHeader = "";
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
        (_personHeader, _scoreHeader) = (HeaderOf(mapping, "person"), HeaderOf(mapping, "score"));
        _reader = new CompletionReader(table, mapping, _job, courses);
        _reader.ReadAll(_staged, cancellationToken);
        await _staged.FinishAsync(cancellationToken);
        if (!mapping.Columns.Values.Contains("result", StringComparer.Ordinal)) _job.Report.Notes.Add("No column holds results, so every row counts as attended, not as passed.");
        return Result.Success;
    }

    public async Task<Result> CompareAsync(CancellationToken cancellationToken)
    {
        var bulk = _job.Bulk;
        await bulk.ExecuteAsync(_sql.MatchByNumber, cancellationToken);
        await bulk.ExecuteAsync(_sql.MatchByEmail, cancellationToken);
        await ReportAsync(_sql.Unknown, _personHeader, "person.unknown", "somebody of the roster", cancellationToken);
        await ReportAsync(_sql.Ambiguous, _personHeader, "person.ambiguous", "an e-mail of one person; use the employee number", cancellationToken);
        await bulk.ExecuteAsync(_sql.MarkUnknown, cancellationToken);
        if (!_job.Scope.IsWholeOrganisation)
        {
            await ReportAsync(_sql.NotCovered(_job.Scope), _personHeader, "person.scope", "a person in a unit that your role covers", cancellationToken);
            await bulk.ExecuteAsync(_sql.MarkNotCovered(_job.Scope), cancellationToken);
        }

        await bulk.ExecuteAsync(_sql.MarkRecorded, cancellationToken);
        await bulk.ExecuteAsync(_sql.MarkStruck, cancellationToken);
        await ReportAsync(_sql.Contradictions, _scoreHeader, "completion.differs", "the score that is recorded; void that completion first", cancellationToken);
        var index = bulk.IsSqlite ? ("temp.[IX_completions]", $"[{StagingName}]") : ("[IX_completions]", _staged.Name);
        await bulk.ExecuteAsync($"CREATE INDEX {index.Item1} ON {index.Item2} ([PersonId], [CourseId], [CompletedOn])", cancellationToken);
        await bulk.ExecuteAsync(_sql.MarkRepeated, cancellationToken);

        _job.Report.New = await bulk.CountAsync(_sql.CountIn("0"), cancellationToken);
        _job.Report.Unchanged = await bulk.CountAsync(_sql.CountIn("1, 2"), cancellationToken);
        foreach (var course in _reader.NewCourses) _job.Report.Notes.Add($"Adds the course {course.Code}, “{course.Name}”, whose completions do not run out unless the file says so.");
        return Result.Success;
    }

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        _job.Db.Courses.AddRange(_reader.NewCourses);
        await _job.Db.SaveChangesAsync(cancellationToken);
        await _job.Bulk.ExecuteAsync(_sql.Insert, cancellationToken, ("@now", _job.Now), ("@import", _job.ImportId.Value));
        var importId = _job.ImportId;
        var touched = await _job.Db.Completions.Where(c => c.ImportId == importId).Select(c => c.PersonId).Distinct().OrderBy(id => id).Take(CoverageProjection.MostSingly + 1).ToListAsync(cancellationToken);
        await CoverageProjection.RefreshAsync(_job.Db, CoveragePeople.Only(touched), _job.Today, cancellationToken);
    }

    private static string HeaderOf(ColumnMapping mapping, string field) => mapping.Columns.FirstOrDefault(c => c.Value.Equals(field, StringComparison.Ordinal)).Key ?? $"({field})";

    private async Task ReportAsync(string sql, string column, string code, string expected, CancellationToken cancellationToken)
    {
        var rows = _job.Bulk.QueryAsync(sql, r => (Row: r.GetInt32(0), Found: Convert.ToString(r.GetValue(1), CultureInfo.InvariantCulture) ?? ""), cancellationToken);
        await foreach (var (row, found) in rows) _job.Report.Errors.Add(row, column, code, found, expected);
    }
}
