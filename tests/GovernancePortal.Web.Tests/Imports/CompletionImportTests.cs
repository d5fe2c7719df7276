using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class CompletionImportTests : IAsyncLifetime
{
    private const string Header = "person,course,version,completed_on,result,score,valid_until\n";

    private TestPortal _portal = null!;
    private Person _ada = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _ada = await _portal.AddPersonAsync("Ada Lark", _portal.Payments, p => p.SetContact("Ada@example.org"));
        await _portal.InDb(async db =>
        {
            var old = new Course(CourseId.New(), "OLD-1", "Old course", "1", validityMonths: null);
            old.Retire(new DateOnly(2025, 1, 1));
            db.Courses.AddRange(new Course(CourseId.New(), "AI-101", "AI basics", "3", validityMonths: 12), old);
            return await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_completion_arrives_with_its_version_and_runs_out_as_the_course_says()
    {
        await _portal.MustImportAsync(ImportKind.Completions, Header + $"{_ada.EmployeeNumber},ai-101,3,2026-10-01,passed,95%,\n");

        var completion = await _portal.InDb(db => db.Completions.SingleAsync());
        completion.PersonId.ShouldBe(_ada.Id);
        (completion.CourseVersion, completion.Result, completion.Score).ShouldBe(("3", CompletionResult.Passed, 0.95m));
        completion.ValidUntil.ShouldBe(new DateOnly(2027, 10, 1));
        completion.ImportId.ShouldNotBeNull();
        completion.RecordedAt.ShouldBe(_portal.Clock.GetUtcNow());
    }

    [Fact]
    public async Task What_was_imported_is_signalled_to_the_targets_and_what_was_not_is_not()
    {
        var file = Header + $"{_ada.EmployeeNumber},AI-101,3,2026-10-01,passed,0.9,\n";

        await _portal.ImportAsync(ImportKind.Completions, file, dryRun: true);
        (await _portal.InDb(db => db.EvaluationSignals.CountAsync())).ShouldBe(0);
        await _portal.MustImportAsync(ImportKind.Completions, file);
        await _portal.MustImportAsync(ImportKind.Completions, file);

        (await _portal.InDb(db => db.EvaluationSignals.SingleAsync())).Cause.ShouldBe("import");
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing_and_a_repeated_row_counts_once()
    {
        var file = Header + $"{_ada.EmployeeNumber},AI-101,3,2026-10-01,passed,0.9,\nada@EXAMPLE.org,AI-101,3,2026-10-01,passed,0.9,\n";

        var first = await _portal.MustImportAsync(ImportKind.Completions, file);
        var again = await _portal.MustImportAsync(ImportKind.Completions, file);

        (first.Accepted, first.Unchanged).ShouldBe((1, 1));
        (again.Accepted, again.Unchanged).ShouldBe((0, 2));
        (await _portal.InDb(db => db.Completions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Another_score_for_the_same_completion_is_a_contradiction()
    {
        var row = $"{_ada.EmployeeNumber},AI-101,3,2026-10-01,passed,0.9,\n";
        await _portal.MustImportAsync(ImportKind.Completions, Header + row);

        var result = await _portal.ImportAsync(ImportKind.Completions, Header + row.Replace("0.9", "0.8", StringComparison.Ordinal));

        result.Value.Errors.ShouldHaveSingleItem().Code.ShouldBe("completion.differs");
        (await _portal.InDb(db => db.Completions.SingleAsync())).Score.ShouldBe(0.9m);
    }

    [Theory]
    [InlineData("nobody@example.org,AI-101,3,2026-10-01,passed,,", "person.unknown")]
    [InlineData("ada@example.org,NO-SUCH,3,2026-10-01,passed,,", "course.unknown")]
    [InlineData("ada@example.org,OLD-1,1,2026-10-01,passed,,", "course.retired")]
    [InlineData("ada@example.org,AI-101,3,2026-11-24,passed,,", "date.future")]
    [InlineData("ada@example.org,AI-101,3,2026-02-30,passed,,", "date.unreal")]
    [InlineData("ada@example.org,AI-101,3,2026-10-01,perhaps,,", "result.unknown")]
    [InlineData("ada@example.org,AI-101,3,2026-10-01,passed,101,", "score.range")]
    [InlineData("ada@example.org,AI-101,3,2026-10-01,passed,,2026-09-01", "date.order")]
    [InlineData(",AI-101,3,2026-10-01,passed,,", "person.missing")]
    public async Task A_wrong_row_is_told_and_nothing_is_written(string row, string code)
    {
        var result = await _portal.ImportAsync(ImportKind.Completions, Header + "ada@example.org,AI-101,3,2026-10-01,passed,,\n" + row + "\n");

        var error = result.Value.Errors.ShouldHaveSingleItem();
        (error.Row, error.Code).ShouldBe((3, code));
        (await _portal.InDb(db => db.Completions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Courses_are_added_only_when_the_person_says_so()
    {
        var file = "employee_number;course;course_name;date\n" + _ada.EmployeeNumber + ";new-1;New course;2026-10-01\n";
        (await _portal.ImportAsync(ImportKind.Completions, file)).Value.NothingWritten.ShouldBeTrue();

        var answer = await _portal.MustImportAsync(ImportKind.Completions, file, new ImportChoices(AddCourses: true));

        (await _portal.InDb(db => db.Courses.SingleAsync(c => c.Code == "NEW-1"))).Name.ShouldBe("New course");
        (await _portal.InDb(db => db.Completions.SingleAsync())).Result.ShouldBe(CompletionResult.Attended);
        answer.Notes.ShouldContain(n => n.Contains("not as passed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_outside_the_importers_units_are_refused()
    {
        var file = Header + $"{_ada.EmployeeNumber},AI-101,3,2026-10-01,passed,,\n";

        var result = await _portal.ImportAsync(ImportKind.Completions, file, role: Role.HumanResources, unit: _portal.Logistics);

        result.Value.Errors.ShouldHaveSingleItem().Code.ShouldBe("person.scope");
        result.Value.NothingWritten.ShouldBeTrue();
        var covered = await _portal.ImportAsync(ImportKind.Completions, file, role: Role.HumanResources, unit: _portal.Checkout);
        covered.Value.Accepted.ShouldBe(1);
    }
}
