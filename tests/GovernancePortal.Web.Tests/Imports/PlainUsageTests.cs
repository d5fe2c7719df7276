using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class PlainUsageTests : IAsyncLifetime
{
    private const string File = """
        Person;Tool;Date;Active;Department
        E-1;Cursor;2026-11-20;yes;A
        ADA@larkfield.example;GitHub Copilot;2026-11-20;yes;A
        hubot;github copilot;2026-11-20;no;A
        stranger;Cursor;2026-11-19;yes;A
        stranger;Cursor;2026-11-19;yes;A
        """;

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.MustImportAsync(ImportKind.Roster, "employee_number,name,email,github_login\nE-1,Ada Marlow,ada@larkfield.example,hubot\nE-2,Ben Two,twice@larkfield.example,\nE-3,Cy Two,twice@larkfield.example,\n");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_person_is_found_by_number_by_mail_and_by_login_and_counts_once()
    {
        var answer = await _portal.MustImportAsync(ImportKind.PlainUsage, File);

        (answer.Accepted, answer.Unchanged).ShouldBe((4, 1));
        var days = (await _portal.InDb(db => db.UseDaysAsync())).Where(u => u.PersonId != null).ToList();
        days.Select(d => (d.Login, d.Tool, d.Active)).ShouldBe([("ada@larkfield.example", UsageTools.Copilot, true), ("e-1", "cursor", true), ("hubot", UsageTools.Copilot, false)]);
        days.Select(d => d.PersonId).Distinct().Count().ShouldBe(1);
        answer.Notes.ShouldContain(n => n.StartsWith("1 login belongs to nobody", StringComparison.Ordinal));
        answer.Notes.ShouldContain("Tools: cursor, github-copilot.");
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_correction_changes_one_day()
    {
        await _portal.MustImportAsync(ImportKind.PlainUsage, File);

        var again = await _portal.MustImportAsync(ImportKind.PlainUsage, File);
        var corrected = await _portal.MustImportAsync(ImportKind.PlainUsage, File.Replace("2026-11-20;no", "2026-11-20;yes", StringComparison.Ordinal));

        (again.Accepted, again.Unchanged).ShouldBe((0, 5));
        (corrected.Accepted, corrected.Unchanged).ShouldBe((1, 4));
    }

    [Fact]
    public async Task Wrong_rows_are_told_by_row_and_column()
    {
        var result = await _portal.ImportAsync(
            ImportKind.PlainUsage,
            $"""
            person,tool,day,active
            ,Cursor,2026-11-20,yes
            E-1,,2026-11-20,yes
            E-1,{new string('x', 65)},2026-11-20,yes
            E-1,Cursor,2026-02-30,yes
            E-1,Cursor,2026-11-24,yes
            E-1,Cursor,2026-11-20,perhaps
            E-1,Cursor,2026-11-18,yes
            e-1,cursor,2026-11-18,no
            E-1,Cursor
            """
        );

        result.Value.ImportId.ShouldBeNull();
        result.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).ShouldBe(
            [
                (2, "person", "person.missing"), (3, "tool", "tool.missing"), (4, "tool", "tool.long"), (5, "day", "date.unreal"), (6, "day", "date.future"),
                (7, "active", "flag.unknown"), (9, "active", "usage.differs"), (10, "(row)", "row.cells"),
            ]);
        (await _portal.InDb(db => db.UsageMonths.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_address_that_two_people_have_proves_neither()
    {
        await _portal.MustImportAsync(ImportKind.PlainUsage, "person,tool,day\ntwice@larkfield.example,Cursor,2026-11-20\n");

        (await _portal.InDb(db => db.UsageMonths.SingleAsync())).PersonId.ShouldBeNull();
    }

    [Fact]
    public async Task Use_that_came_before_the_roster_counts_once_the_roster_has_the_address_or_number()
    {
        await _portal.MustImportAsync(ImportKind.PlainUsage, "person,tool,day\nnew@larkfield.example,Cursor,2026-11-20\nE-9,Cursor,2026-11-20\n");

        await _portal.MustImportAsync(ImportKind.Roster, "employee_number,name,email\nE-8,Nora New,New@larkfield.example\nE-9,Nino New,\n");

        (await _portal.InDb(db => db.UsageMonths.CountAsync(u => u.PersonId == null))).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "import.file.empty")]
    [InlineData("person,tool,day\n", "import.file.no-rows")]
    [InlineData("[{\"person\":\"a\"}]", "import.format.unknown")]
    [InlineData("who,what\na,b\n", "import.mapping.needed")]
    [InlineData("PK\u0003\u0004\0\0\0", "import.file.binary")]
    public async Task A_file_that_is_not_understood_is_refused(string content, string code) =>
        (await _portal.ImportAsync(ImportKind.PlainUsage, content)).Error!.Code.ShouldBe(code);

    [Fact]
    public async Task Only_a_role_for_the_whole_organisation_imports_use()
    {
        (await _portal.ImportAsync(ImportKind.PlainUsage, File, role: Role.GovernanceOfficer, unit: _portal.Checkout)).Error.ShouldBe(ImportErrors.WholeOrganisationOnly);
        (await _portal.ImportAsync(ImportKind.PlainUsage, File, role: Role.HumanResources)).Error!.Kind.ShouldBe(Domain.Common.ErrorKind.Forbidden);
    }

    [Fact]
    public async Task A_later_file_adds_days_to_a_month_corrects_others_and_leaves_the_rest()
    {
        await _portal.MustImportAsync(ImportKind.PlainUsage, "person,tool,day,active\nE-1,Cursor,2026-11-02,yes\nE-1,Cursor,2026-11-03,no\nE-1,Cursor,2026-11-04,yes\n");

        var answer = await _portal.MustImportAsync(ImportKind.PlainUsage, "person,tool,day,active\nE-1,Cursor,2026-11-03,yes\nE-1,Cursor,2026-11-04,yes\nE-1,Cursor,2026-11-05,no\nE-1,Cursor,2026-10-31,yes\n");

        (answer.Accepted, answer.Unchanged).ShouldBe((3, 1));
        (await _portal.InDb(db => db.UseDaysAsync())).Select(d => (d.Day.Month, d.Day.Day, d.Active)).ShouldBe([(10, 31, true), (11, 2, true), (11, 3, true), (11, 4, true), (11, 5, false)]);
        (await _portal.InDb(db => db.UseDaysAsync())).ShouldAllBe(d => d.PersonId != null);
    }
}
