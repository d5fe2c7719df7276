using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class Microsoft365UsageTests : IAsyncLifetime
{
    private const string Api = """
        Report Refresh Date,Report Period,User Principal Name,Display Name,Last Activity Date,Microsoft Teams Copilot Last Activity Date,Word Copilot Last Activity Date,Copilot Chat Last Activity Date
        2026-11-20,D30,Ada@larkfield.example,Ada,2026-11-18,2026-11-18,2026-11-02,
        2026-11-20,D30,ben@larkfield.example,Ben,,,,
        2026-11-20,D30,A25BD01A4B5F6482A25BD01A4B5F6482,F6482A25BD01A4B5F6482A25BD01A4B5,2026-11-19,2026-11-19,,
        """;

    private const string AdminCentre = """
        "User principal name","Display name","Last activity date (UTC)","Last activity date of Teams Copilot (UTC)","Last activity date of Word Copilot (UTC)","Prompts submitted for All Apps","Active Usage Days for All Apps"
        "ada@larkfield.example","Ada","2026-11-18","2026-11-18","2026-11-02","41","9"
        "ben@larkfield.example","Ben","","","","0","0"
        "A25BD01A4B5F6482A25BD01A4B5F6482","x","2026-11-19","","","3","1"
        """;

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        await _portal.MustImportAsync(ImportKind.Roster, "employee_number,name,email\nE-1,Ada Marlow,ada@larkfield.example\n");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(Api)]
    [InlineData(AdminCentre)]
    public async Task Each_last_day_is_a_day_of_use_and_concealed_names_are_left_out(string file)
    {
        var answer = await _portal.MustImportAsync(ImportKind.Microsoft365Usage, file);

        var days = await _portal.InDb(db => db.UseDaysAsync());
        days.Select(d => (d.Login, d.Day.Day, d.Active, d.Tool)).ShouldBe([("ada@larkfield.example", 2, true, UsageTools.Microsoft365Copilot), ("ada@larkfield.example", 18, true, UsageTools.Microsoft365Copilot)]);
        days.ShouldAllBe(d => d.PersonId != null);
        answer.Notes.ShouldContain(n => n.Contains("not daily use", StringComparison.Ordinal));
        answer.Notes.ShouldContain(n => n.StartsWith("1 row has a concealed user name", StringComparison.Ordinal));
        answer.Notes.ShouldContain(n => n.StartsWith("1 person has a licence and no activity", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_other_generation_of_the_same_report_changes_nothing()
    {
        await _portal.MustImportAsync(ImportKind.Microsoft365Usage, Api);

        var again = await _portal.MustImportAsync(ImportKind.Microsoft365Usage, AdminCentre);

        (again.Accepted, again.Unchanged).ShouldBe((0, 2));
    }

    [Fact]
    public async Task A_report_of_concealed_names_alone_is_refused_with_the_way_out()
    {
        var result = await _portal.ImportAsync(ImportKind.Microsoft365Usage, "User Principal Name,Last Activity Date\nA25BD01A4B5F6482A25BD01A4B5F6482,2026-11-19\n");

        result.Error!.Code.ShouldBe("import.microsoft.concealed");
    }

    [Fact]
    public async Task Wrong_cells_are_told_by_their_own_column()
    {
        var result = await _portal.ImportAsync(
            ImportKind.Microsoft365Usage,
            "User Principal Name,Last Activity Date,Word Copilot Last Activity Date\nnobody,2026-11-19,\na@b.example,2026-02-30,\na@b.example,,2026-12-01\n"
        );

        result.Value.Errors.Select(e => (e.Row, e.Column, e.Code)).ShouldBe(
            [(2, "User Principal Name", "login.shape"), (3, "Last Activity Date", "date.unreal"), (4, "Word Copilot Last Activity Date", "date.future")]);
    }
}
