using GovernancePortal.Data.Bulk;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Completions;

/// <summary>Checks each row of a completions file on its own and stages it.</summary>
internal sealed class CompletionReader(TableReader table, ColumnMapping mapping, ImportJob job, Dictionary<string, Course> courses, RosterIndex roster)
{
    private readonly Dictionary<string, int> _columns = table
        .Headers.Index()
        .Where(h => mapping.Columns.ContainsKey(h.Item))
        .ToDictionary(h => mapping.Columns[h.Item], h => h.Index, StringComparer.Ordinal);

    private readonly HashSet<(PersonId, CourseId, int)> _seen = [];

    /// <summary>Courses that the file names and the portal does not know.</summary>
    public List<Course> NewCourses { get; } = [];

    /// <summary>Whether two rows seem to say the same, so that the staged rows need to be compared with each other.</summary>
    public bool MayRepeat { get; private set; }

    public void ReadAll(BulkTable staged, CancellationToken cancellationToken)
    {
        while (table.Read())
        {
            if (++job.Report.Rows % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            StageRow(staged);
        }
    }

    private void StageRow(BulkTable staged)
    {
        if (!table.HasAllCells)
        {
            job.Report.Errors.Add(table.Row, "(row)", "row.cells", $"{table.CellCount} cells", $"{table.Headers.Count} cells, as many as there are column names");
            return;
        }

        var person = FindPerson();
        var day = Day("completed", required: true);
        if (day > job.Today) Wrong("completed", "date.future", Cell("completed"), "a day that has come");
        var validUntil = Day("validUntil", required: false);
        if (validUntil < day) Wrong("validUntil", "date.order", Cell("validUntil"), "a day after the completion");
        var course = FindCourse(day);
        var version = Text("version", Course.VersionLabelMaxLength);
        var externalId = Text("externalId", Completion.ExternalIdMaxLength);
        var result = Result();
        var score = Score();
        if (job.Report.Errors.IsWrong(table.Row)) return;

        staged.BeginRow(table.Row);
        staged.Set(CompletionColumns.PersonId, person.Value);
        staged.Set(CompletionColumns.CourseId, course!.Id.Value);
        staged.Set(CompletionColumns.CourseVersion, version);
        staged.Set(CompletionColumns.CompletedOn, day!.Value);
        staged.Set(CompletionColumns.Result, (int)result);
        if (score is { } share) staged.Set(CompletionColumns.Score, share);
        if ((validUntil ?? course.ValidUntil(day.Value)) is { } until) staged.Set(CompletionColumns.ValidUntil, until);
        staged.Set(CompletionColumns.ExternalId, externalId);
        staged.Set(CompletionColumns.State, 0);
        staged.EndRow();
        // Equal rows have equal marks; different ones hardly ever, which would only cost the comparison.
        if (!MayRepeat) MayRepeat = !_seen.Add((person, course.Id, HashCode.Combine(version, day, result, externalId)));
    }

    private PersonId FindPerson()
    {
        var text = Cell("person");
        var found = roster.Find(text);
        if (text.IsEmpty) Wrong("person", "person.missing", text, "an employee number or an e-mail");
        else if (found.IsSeveral) Wrong("person", "person.ambiguous", text, "an e-mail of one person; use the employee number");
        else if (found.Id == default) Wrong("person", "person.unknown", text, "somebody of the roster");
        else if (!job.Scope.Covers(found.UnitLeft)) Wrong("person", "person.scope", text, "a person in a unit that your role covers");
        return found.Id;
    }

    private ReadOnlySpan<char> Cell(string field) => _columns.TryGetValue(field, out var column) ? table.Cell(column) : [];

    private DateOnly? Day(string field, bool required)
    {
        var text = Cell(field);
        if (text.IsEmpty && !required) return null;
        if (CellReader.TryDate(text, mapping.DateOrder, out var date)) return date;
        Wrong(field, "date.unreal", text, DateWords.Expected(mapping.DateOrder));
        return null;
    }

    private string Text(string field, int longest)
    {
        var text = Cell(field);
        if (text.Length > longest) Wrong(field, "text.long", text, $"at most {longest} characters");
        return text.ToString();
    }

    // Without a column of results nobody is said to have passed.
    private CompletionResult Result()
    {
        if (!_columns.ContainsKey("result")) return CompletionResult.Attended;
        if (!CellReader.TryResult(Cell("result"), out var result)) Wrong("result", "result.unknown", Cell("result"), "passed, failed or attended");
        return result;
    }

    private decimal? Score()
    {
        var text = Cell("score");
        if (text.IsEmpty) return null;
        if (CellReader.TryScore(text, out var score)) return decimal.Round(score, 4);
        Wrong("score", "score.range", text, "a share such as 0.95, or a number up to 100");
        return null;
    }

    private Course? FindCourse(DateOnly? day)
    {
        var code = Cell("course");
        var known = code.Length is > 0 and <= Course.CodeMaxLength ? courses.GetValueOrDefault(Course.CodeForm(code.ToString())) : null;
        if (known is null && code.Length is > 0 and <= Course.CodeMaxLength && job.Choices.AddCourses) known = AddCourse(code.ToString());
        if (known is null) Wrong("course", "course.unknown", code, "the code of a course in the portal, or choose to add courses");
        else if (known.RetiredOn <= day) Wrong("course", "course.retired", code, $"a course that was still taught on that day (retired {known.RetiredOn:yyyy-MM-dd})");
        return known;
    }

    private Course? AddCourse(string code)
    {
        var name = Text("courseName", Course.NameMaxLength);
        if (name.Length > Course.NameMaxLength) return null;
        var course = new Course(CourseId.New(), Course.CodeForm(code), name.Length == 0 ? code.Trim() : name, "", validityMonths: null);
        courses.Add(course.Code, course);
        NewCourses.Add(course);
        return course;
    }

    private void Wrong(string field, string code, ReadOnlySpan<char> found, string expected) =>
        job.Report.Errors.Add(table.Row, _columns.TryGetValue(field, out var column) ? table.Headers[column] : $"({field})", code, found, expected);
}
