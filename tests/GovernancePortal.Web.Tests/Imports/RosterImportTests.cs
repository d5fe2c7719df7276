using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class RosterImportTests : IAsyncLifetime
{
    private const string Full = """
        employee_number,name,email,unit,manager,level,role,contractor,location,start_date,annual_cost,skills,systems,github_login
        E-1,Ada  Lark,ada@example.org,Larkfield,,principal,Director,no,Leeds,2019-01-07,180000,leading,,
        E-2,Björk Ünal,bjork@example.org,Larkfield / Checkout / Payments,E-1,senior,Engineer,no,Leeds,2021-05-03,95000.50,C#;SQL,ledger;checkout,Bjork
        E-3,"Cole, Ray",ray@example.org,Stores/North/Unit 0418,E-2,junior,Stock analyst,yes,York,2024-02-29,,,,
        """;

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Every_field_of_a_row_arrives()
    {
        var answer = await _portal.MustImportAsync(ImportKind.Roster, Full);

        answer.Accepted.ShouldBe(3);
        var person = await PersonAsync("E-2");
        person.Name.ShouldBe("Björk Ünal");
        person.SearchName.ShouldBe("BJÖRK ÜNAL");
        person.Email.ShouldBe("bjork@example.org");
        person.UnitId.ShouldBe(_portal.Payments.Id);
        person.ManagerId.ShouldBe((await PersonAsync("E-1")).Id);
        person.Level.ShouldBe(Level.Senior);
        person.WorkRole.ShouldBe("Engineer");
        person.StartDate.ShouldBe(new DateOnly(2021, 5, 3));
        person.AnnualLoadedCost.ShouldBe(95000.50m);
        person.Skills.Select(s => s.Name).ShouldBe(["C#", "SQL"], ignoreOrder: true);
        person.Systems.Select(s => s.Name).ShouldBe(["checkout", "ledger"], ignoreOrder: true);
        (await PersonAsync("E-3")).IsContractor.ShouldBeTrue();
        (await PersonAsync("E-3")).Name.ShouldBe("Cole, Ray");
        (await PersonAsync("E-3")).AnnualLoadedCost.ShouldBeNull();
        (await _portal.InDb(db => db.PersonLogins.SingleAsync())).Login.ShouldBe("bjork");
    }

    [Fact]
    public async Task New_units_are_placed_below_the_root_and_counted()
    {
        await _portal.MustImportAsync(ImportKind.Roster, Full);

        var units = await _portal.InDb(db => db.Units.AsNoTracking().ToListAsync());
        units.Select(u => u.Path).ShouldContain("Larkfield / Stores / North / Unit 0418");
        units.Count.ShouldBe(7);
        var root = units.Single(u => u.ParentId is null);
        (root.Left, root.Right, root.TotalHeadcount).ShouldBe((1, 7, 3));
        units.Single(u => u.Name == "Checkout").TotalHeadcount.ShouldBe(1);
        units.Single(u => u.Name == "Stores").DirectHeadcount.ShouldBe(0);
        units.Single(u => u.Name == "Stores").TotalHeadcount.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await _portal.MustImportAsync(ImportKind.Roster, Full);
        var before = await PersonAsync("E-2");

        var again = await _portal.MustImportAsync(ImportKind.Roster, Full);

        (again.Accepted, again.Unchanged, again.Rejected).ShouldBe((0, 3, 0));
        (await PersonAsync("E-2")).Version.ShouldBe(before.Version);
        (await _portal.InDb(db => db.People.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task A_changed_row_changes_that_person_alone()
    {
        await _portal.MustImportAsync(ImportKind.Roster, Full);

        var answer = await _portal.MustImportAsync(ImportKind.Roster, Full.Replace("95000.50,C#;SQL", "96000,C#", StringComparison.Ordinal));

        (answer.Accepted, answer.Unchanged).ShouldBe((1, 2));
        var person = await PersonAsync("E-2");
        person.AnnualLoadedCost.ShouldBe(96000m);
        person.Skills.Select(s => s.Name).ShouldBe(["C#"]);
        person.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_of_skills_alone_is_a_change()
    {
        await _portal.MustImportAsync(ImportKind.Roster, Full);

        var answer = await _portal.MustImportAsync(ImportKind.Roster, Full.Replace("C#;SQL", "C#;SQL;Go", StringComparison.Ordinal));

        answer.Accepted.ShouldBe(1);
        (await PersonAsync("E-2")).Skills.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_column_that_is_not_in_the_file_is_left_alone()
    {
        await _portal.MustImportAsync(ImportKind.Roster, Full);

        await _portal.MustImportAsync(ImportKind.Roster, "employee_number,role\nE-2,Architect\n");

        var person = await PersonAsync("E-2");
        (person.WorkRole, person.Location, person.UnitId).ShouldBe(("Architect", "Leeds", _portal.Payments.Id));
        person.Name.ShouldBe("Björk Ünal");
    }

    [Fact]
    public async Task Nothing_is_written_while_a_row_is_wrong()
    {
        var result = await _portal.ImportAsync(ImportKind.Roster, Full.Replace("2021-05-03", "31.02.2025", StringComparison.Ordinal));

        result.Value.NothingWritten.ShouldBeTrue();
        result.Value.Rejected.ShouldBe(1);
        result.Value.Errors.ShouldBe([new RowError(3, "start_date", "date.unreal", "31.02.2025", "a real date, year-month-day")]);
        (await _portal.InDb(db => db.People.CountAsync())).ShouldBe(0);
        (await _portal.InDb(db => db.Units.CountAsync())).ShouldBe(4);
        (await _portal.InDb(db => db.ImportRuns.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_good_rows_are_imported_when_the_person_says_so_and_those_below_a_wrong_manager_are_left_out_with_it()
    {
        var file = Full.Replace("2021-05-03", "31.02.2025", StringComparison.Ordinal);

        var result = await _portal.ImportAsync(ImportKind.Roster, file, choices: new ImportChoices(LeaveOutWrong: true));

        (result.Value.Accepted, result.Value.Rejected).ShouldBe((1, 2));
        result.Value.Errors.Select(e => (e.Row, e.Code)).ShouldBe([(3, "date.unreal"), (4, "manager.left-out")]);
        (await _portal.InDb(db => db.People.Select(p => p.EmployeeNumber).ToListAsync())).ShouldBe(["E-1"]);
        var run = await _portal.InDb(db => db.ImportRuns.SingleAsync());
        (run.Accepted, run.Unchanged, run.Rejected).ShouldBe((1, 0, 2));
    }

    [Theory]
    [InlineData("E-9,Nobody's,E-90412,junior,95000", "manager.unknown", "manager")]
    [InlineData("E-9,Own Manager,E-9,junior,95000", "manager.self", "manager")]
    [InlineData("E-9,Odd Cost,,junior,95k", "cost.shape", "annual_cost")]
    [InlineData("E-9,Odd Level,,wizard,95000", "level.unknown", "level")]
    [InlineData(",No Number,,junior,95000", "number.missing", "employee_number")]
    [InlineData("E-9,,,junior,95000", "name.missing", "name")]
    [InlineData("E-9,Short Row,", "row.cells", "(row)")]
    public async Task A_wrong_cell_is_told_at_its_place(string row, string code, string column)
    {
        var result = await _portal.ImportAsync(ImportKind.Roster, $"employee_number,name,manager,level,annual_cost\nE-8,Right One,,mid,1\n{row}\n", dryRun: true);

        var error = result.Value.Errors.ShouldHaveSingleItem();
        (error.Row, error.Code, error.Column).ShouldBe((3, code, column));
        error.Expected.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Every_error_is_reported_not_only_the_first()
    {
        var result = await _portal.ImportAsync(ImportKind.Roster, "number;id;name;level;annual cost\n1;E-1;;x;y\n1;E-1;Twice;;\n", dryRun: true);

        result.Value.Errors.Select(e => e.Code).ShouldBe(["name.missing", "level.unknown", "cost.shape", "number.twice"], ignoreOrder: true);
    }

    [Fact]
    public async Task People_who_are_not_in_the_file_have_left_when_the_person_says_so()
    {
        await _portal.MustImportAsync(ImportKind.Roster, Full);
        var shorter = string.Join('\n', Full.Split('\n').Take(3));

        await _portal.MustImportAsync(ImportKind.Roster, shorter);
        (await PersonAsync("E-3")).LeftOn.ShouldBeNull();
        await _portal.MustImportAsync(ImportKind.Roster, shorter, new ImportChoices(AbsentHaveLeft: true));

        (await PersonAsync("E-3")).LeftOn.ShouldBe(new DateOnly(2026, 11, 23));
        (await PersonAsync("E-1")).LeftOn.ShouldBeNull();
        (await _portal.InDb(db => db.Units.SingleAsync(u => u.ParentId == null))).TotalHeadcount.ShouldBe(2);
    }

    private async Task<Person> PersonAsync(string number) =>
        await _portal.InDb(db => db.People.Include(p => p.Skills).Include(p => p.Systems).AsNoTracking().SingleAsync(p => p.EmployeeNumber == number));
}
