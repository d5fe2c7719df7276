using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Imports;

public sealed class CopilotImportTests : IAsyncLifetime
{
    // Unsorted days, different fields, one without merge times: as the reports come.
    private const string Organisation = """
        {"day_totals":[
          {"day":"2026-04-16","organization_id":"1","daily_active_users":4,"weekly_active_users":4,"monthly_active_users":6,"user_initiated_interaction_count":111,
           "code_generation_activity_count":182,"code_acceptance_activity_count":155,"loc_added_sum":2172,"loc_deleted_sum":852,"some_new_field":{"a":[1,2]},
           "pull_requests":{"total_created":1,"total_merged":2,"total_created_by_copilot":1,"median_minutes_to_merge":403.74}},
          {"day":"2026-04-14","organization_id":"1","daily_active_users":0,"user_initiated_interaction_count":0,"pull_requests":{"total_created":0}},
          {"day":"2026-04-17","organization_id":"1","daily_active_users":2,"monthly_active_users":7,"user_initiated_interaction_count":9}],
         "organization_id":"1","report_start_day":"2026-04-14","created_at":"2026-04-18T03:36:11.710Z"}
        """;

    private const string Users = """
        {"report_start_day":"2026-04-25","day_totals":[
          {"user_id":338097,"user_login":"Hubot","day":"2026-04-25","user_initiated_interaction_count":24,"code_generation_activity_count":25,"loc_added_sum":435,"used_cli":true},
          {"user_id":338094,"user_login":"octocat","day":"2026-04-25","user_initiated_interaction_count":0,"code_generation_activity_count":0,"used_agent":false,"used_cli":true},
          {"user_id":338095,"user_login":"idle","day":"2026-04-25","user_initiated_interaction_count":0,"used_cli":false}]}
        """;

    private const string Seats = """
        {"total_seats":4,"seats":[
          {"created_at":"2026-01-03T09:00:00Z","last_activity_at":"2026-05-01T12:00:00Z","plan_type":"enterprise","assignee":{"login":"octocat","id":4},"assigning_team":{"slug":"a-team"}},
          {"created_at":"2026-01-03T09:00:00Z","last_activity_at":"2026-05-02T12:00:00Z","plan_type":"enterprise","assignee":{"login":"OctoCat","id":4},"assigning_team":{"slug":"b-team"}},
          {"created_at":"2026-01-03T09:00:00+02:00","last_activity_at":null,"plan_type":"business","assignee":{"login":"newjoiner","id":9}}]}
        """;

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Days_of_an_organisation_report_arrive_in_any_order_and_absent_is_not_zero()
    {
        await _portal.MustImportAsync(ImportKind.CopilotUsage, Organisation);

        var days = await _portal.InDb(db => db.UsageReportDays.OrderBy(d => d.Day).ToListAsync());
        days.Select(d => d.Day.Day).ShouldBe([14, 16, 17]);
        days.Select(d => d.DailyActiveUsers).ShouldBe([0, 4, 2]);
        days.Select(d => d.MonthlyActiveUsers).ShouldBe([null, 6, 7]);
        days.Select(d => d.PullRequestsCreated).ShouldBe([0, 1, null]);
        days.Select(d => d.MedianMinutesToMerge).ShouldBe([null, 403.74m, null]);
        days.Sum(d => d.Interactions).ShouldBe(120);
    }

    [Fact]
    public async Task Figures_are_shown_before_anything_is_written()
    {
        var user = await _portal.AddUserAsync(Role.GovernanceOfficer);
        var upload = await _portal.UploadAsync(user, ImportKind.CopilotUsage, Organisation);

        var preview = await _portal.PreviewAsync(user, upload.Value.UploadId);

        var figures = preview.Value.Report!.Figures.ToDictionary(f => f.Label, f => f.Value, StringComparer.Ordinal);
        figures["Days"].ShouldBe(3);
        figures["Most people on one day"].ShouldBe(4);
        figures["People in the month to the last day"].ShouldBe(7);
        figures["Interactions"].ShouldBe(120);
        figures["Pull requests merged"].ShouldBe(2);
        (await _portal.InDb(db => db.UsageReportDays.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_row_of_zeros_is_a_row_and_active_when_a_feature_was_used()
    {
        await _portal.MustImportAsync(ImportKind.CopilotUsage, Users);

        var rows = await _portal.InDb(db => db.UseDaysAsync());
        rows.Select(r => (r.Login, r.Active)).ShouldBe([("hubot", true), ("idle", false), ("octocat", true)]);
        var counts = await _portal.InDb(db => db.UsageCountDays.ToDictionaryAsync(c => c.Login, c => c.LinesAdded));
        rows.Select(r => counts.GetValueOrDefault(r.Login)).ShouldBe([435, null, null]);
    }

    [Fact]
    public async Task Figures_of_fewer_than_five_people_are_not_shown()
    {
        var user = await _portal.AddUserAsync(Role.GovernanceOfficer);
        var few = (await _portal.UploadAsync(user, ImportKind.CopilotUsage, Users)).Value.UploadId;
        var records = Enumerable.Range(1, 5).Select(i => $"{{\"user_login\":\"p{i}\",\"day\":\"2026-04-25\",\"user_initiated_interaction_count\":{i}}}");
        var enough = (await _portal.UploadAsync(user, ImportKind.CopilotUsage, string.Join('\n', records))).Value.UploadId;

        var fewFigures = (await _portal.PreviewAsync(user, few)).Value.Report!.Figures.Select(f => f.Label);
        var enoughFigures = (await _portal.PreviewAsync(user, enough)).Value.Report!.Figures;

        fewFigures.ShouldBe(["Days", "Different people"]);
        enoughFigures.ShouldContain(new ImportFigure("Interactions", 15));
    }

    [Fact]
    public async Task Use_is_matched_by_login_at_once_or_when_a_roster_names_it_later()
    {
        await _portal.MustImportAsync(ImportKind.Roster, "employee_number,name,github_login\nE-1,Hu Bot,hubot\n");
        await _portal.MustImportAsync(ImportKind.CopilotUsage, Users);
        (await LoginsWithPeopleAsync()).ShouldBe(["hubot"]);

        await _portal.MustImportAsync(ImportKind.Roster, "employee_number,name,github_login\nE-2,Octo Cat,OctoCat\n");

        (await LoginsWithPeopleAsync()).ShouldBe(["hubot", "octocat"]);
    }

    [Fact]
    public async Task The_same_report_again_changes_nothing_and_a_later_one_corrects_it()
    {
        await _portal.MustImportAsync(ImportKind.CopilotUsage, Users);

        var again = await _portal.MustImportAsync(ImportKind.CopilotUsage, Users);
        var corrected = await _portal.MustImportAsync(ImportKind.CopilotUsage, Users.Replace("435", "436", StringComparison.Ordinal));

        (again.Accepted, again.Unchanged).ShouldBe((0, 3));
        (corrected.Accepted, corrected.Unchanged).ShouldBe((1, 2));
        (await _portal.InDb(db => db.UsageCountDays.SingleAsync(u => u.Login == "hubot"))).LinesAdded.ShouldBe(436);
    }

    [Fact]
    public async Task A_day_that_is_corrected_in_its_use_and_in_its_counts_is_one_change()
    {
        const string before = """{"user_login":"a","day":"2026-04-01","loc_added_sum":0}""";
        const string after = """{"user_login":"a","day":"2026-04-01","loc_added_sum":7}""";
        await _portal.MustImportAsync(ImportKind.CopilotUsage, before);

        var answer = await _portal.MustImportAsync(ImportKind.CopilotUsage, after);

        (answer.Accepted, answer.Unchanged).ShouldBe((1, 0));
        (await _portal.InDb(db => db.UseDaysAsync())).Single().Active.ShouldBeTrue();
        (await _portal.InDb(db => db.UsageCountDays.SingleAsync())).LinesAdded.ShouldBe(7);
    }

    [Fact]
    public async Task A_person_with_two_seats_holds_one_licence_and_never_used_stays_never_used()
    {
        var answer = await _portal.MustImportAsync(ImportKind.CopilotUsage, Seats);

        var seats = await _portal.InDb(db => db.LicenceSeats.OrderBy(s => s.Login).ToListAsync());
        seats.Select(s => (s.Login, s.Team)).ShouldBe([("newjoiner", ""), ("octocat", "b-team")]);
        seats[0].LastActivityAt.ShouldBeNull();
        seats[0].CreatedAt.ShouldBe(new DateTimeOffset(2026, 1, 3, 7, 0, 0, TimeSpan.Zero));
        (answer.Accepted, answer.Unchanged).ShouldBe((2, 1));
        answer.Notes.ShouldContain(n => n.Contains("there are 4 seats and holds 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_record_per_line_is_read_too()
    {
        var lines = "{\"user_login\":\"a\",\"day\":\"2026-04-01\",\"user_initiated_interaction_count\":1}\n\n{\"user_login\":\"b\",\"day\":\"2026-04-01\"}\n";

        (await _portal.MustImportAsync(ImportKind.CopilotUsage, lines)).Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task A_report_of_one_day_may_be_one_object_on_one_line_or_on_many()
    {
        await _portal.MustImportAsync(ImportKind.CopilotUsage, "{\"day\":\"2026-04-16\",\"organization_id\":\"1\",\"daily_active_users\":4,\"totals_by_ide\":[{\"ide\":\"vscode\"}]}");
        await _portal.MustImportAsync(ImportKind.CopilotUsage, "{\n \"day\":\"2026-04-17\",\n \"organization_id\":\"1\",\n \"daily_active_users\":5,\n \"totals_by_ide\":[\n {\"ide\":\"vscode\"}\n ]\n}\n");

        (await _portal.InDb(db => db.UsageReportDays.OrderBy(d => d.Day).Select(d => d.DailyActiveUsers).ToListAsync())).ShouldBe([4, 5]);
    }

    [Fact]
    public async Task Whole_reports_one_on_each_line_are_read_record_by_record()
    {
        const string day = "{\"report_start_day\":\"D\",\"day_totals\":[{\"user_login\":\"a\",\"day\":\"D\"},{\"user_login\":\"b\",\"day\":\"D\"}]}";
        var file = string.Join('\n', new[] { "2026-04-01", "2026-04-02" }.Select(d => day.Replace("D\"", $"{d}\"", StringComparison.Ordinal)));

        (await _portal.MustImportAsync(ImportKind.CopilotUsage, file)).Accepted.ShouldBe(4);
    }

    [Fact]
    public async Task Several_files_of_one_day_are_together_the_day_and_each_again_changes_nothing()
    {
        const string first = "{\"user_login\":\"a\",\"day\":\"2026-04-01\",\"used_cli\":true}\n{\"user_login\":\"b\",\"day\":\"2026-04-01\",\"used_cli\":true}\n";
        const string second = "{\"user_login\":\"c\",\"day\":\"2026-04-01\",\"used_cli\":true}\n{\"user_login\":\"b\",\"day\":\"2026-04-01\",\"used_cli\":true}\n";
        await _portal.MustImportAsync(ImportKind.CopilotUsage, first);

        (await _portal.MustImportAsync(ImportKind.CopilotUsage, second)).Accepted.ShouldBe(1);

        (await _portal.MustImportAsync(ImportKind.CopilotUsage, first)).Accepted.ShouldBe(0);
        (await _portal.InDb(db => db.UsageMonths.OrderBy(u => u.Login).Select(u => u.Login).ToListAsync())).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_record_longer_than_the_buffer_is_read()
    {
        var padding = string.Join(',', Enumerable.Range(0, 30_000).Select(i => $"{{\"ide\":\"vs{i}\"}}"));
        var file = $"{{\"day_totals\":[{{\"user_login\":\"a\",\"day\":\"2026-04-01\",\"totals_by_ide\":[{padding}]}},{{\"user_login\":\"b\",\"day\":\"2026-04-01\"}}]}}";

        (await _portal.MustImportAsync(ImportKind.CopilotUsage, file)).Accepted.ShouldBe(2);
    }

    [Theory]
    [InlineData("[{\"date\":\"2024-06-24\",\"total_active_users\":24,\"copilot_ide_chat\":{}}]", "import.copilot.legacy")]
    [InlineData("[{\"day\":\"2023-10-15\",\"total_suggestions_count\":1000,\"breakdown\":[]}]", "import.copilot.legacy")]
    [InlineData("{\"download_links\":[\"https://example.com/a\"],\"report_day\":\"2026-04-25\"}", "import.copilot.links")]
    [InlineData("{\"hello\":\"world\"}", "import.format.unknown")]
    [InlineData("[{\"hello\":\"world\"}]", "import.format.unknown")]
    [InlineData("{\"day_totals\":[{\"user_login\":\"a\",\"day\":\"2026-04-01\"},{\"user_lo", "import.json.broken")]
    [InlineData("a,b\n1,2\n", "import.format.unknown")]
    [InlineData("<html></html>", "import.format.unknown")]
    public async Task A_file_that_is_not_understood_is_refused_with_the_reason(string content, string code)
    {
        var result = await _portal.ImportAsync(ImportKind.CopilotUsage, content);

        result.Error!.Code.ShouldBe(code);
        (await _portal.InDb(db => db.UsageMonths.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_record_is_told_with_its_number()
    {
        var result = await _portal.ImportAsync(ImportKind.CopilotUsage, "[{\"user_login\":\"a\",\"day\":\"2026-04-31\"},{\"user_login\":\"\",\"day\":\"2026-04-01\",\"loc_added_sum\":-3}]");

        result.Value.Errors.Select(e => (e.Row, e.Code)).ShouldBe([(1, "date.unreal"), (2, "login.missing"), (2, "count.shape")]);
    }

    [Fact]
    public async Task Teams_come_as_a_table_or_as_records_and_are_kept_by_day()
    {
        await _portal.MustImportAsync(ImportKind.CopilotTeams, "login,team,day\nOctoCat,a-team,2026-04-01\noctocat,b-team,2026-04-02\noctocat,a-team,2026-04-01\n");
        await _portal.MustImportAsync(ImportKind.CopilotTeams, "[{\"user_login\":\"hubot\",\"team_slug\":\"a-team\",\"day\":\"2026-04-01\"}]");

        var rows = await _portal.InDb(db => db.TeamMemberships.OrderBy(m => m.Day).ThenBy(m => m.Login).Select(m => m.Login + " " + m.Team).ToListAsync());
        rows.ShouldBe(["hubot a-team", "octocat a-team", "octocat b-team"]);
    }

    [Fact]
    public async Task Usage_of_the_whole_organisation_needs_a_role_for_all_of_it()
    {
        var result = await _portal.ImportAsync(ImportKind.CopilotUsage, Users, role: Role.GovernanceOfficer, unit: _portal.Checkout);

        result.Error.ShouldBe(ImportErrors.WholeOrganisationOnly);
    }

    private async Task<List<string>> LoginsWithPeopleAsync() =>
        await _portal.InDb(db => db.UsageMonths.Where(u => u.PersonId != null).OrderBy(u => u.Login).Select(u => u.Login).ToListAsync());
}
