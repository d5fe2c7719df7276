using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.LogSession;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class LogSessionTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private TrainingOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = new TrainingOffice(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_lead_logs_a_session_and_coverage_rises()
    {
        var staff = await _office.StaffAsync(4);
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course);

        var logged = (await LogAsync(course, staff.Take(3))).Value;

        logged.People.ShouldBe(3);
        (await _office.CountAsync()).ShouldBe(new(4, 3));
        var rows = await _portal.InDb(db => db.Completions.ToListAsync());
        rows.ShouldAllBe(c => c.SessionId == logged.Id && c.Source == "session" && c.ValidUntil == _office.Today.AddMonths(12));
        var entry = await _portal.InDb(db => db.LedgerEntries.OrderBy(e => e.Sequence).LastAsync());
        entry.Kind.ShouldBe("session.logged");
    }

    [Fact]
    public async Task Undo_takes_it_back_for_ten_seconds_and_only_for_the_one_who_logged_it()
    {
        var staff = await _office.StaffAsync(2);
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course);
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);
        var logged = (await _portal.SendAs(lead, Command(course, staff))).Value;

        (await _portal.SendAs(Role.TeamLead, new UndoSessionCommand(logged.Id), _portal.Checkout)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        _portal.Clock.Advance(TimeSpan.FromSeconds(9));
        (await _portal.SendAs(lead, new UndoSessionCommand(logged.Id))).Value.ShouldBe(2);

        (await _office.CountAsync()).Met.ShouldBe(0);
        (await _portal.InDb(db => db.Completions.CountAsync(c => c.VoidedAt != null && c.VoidReason != null))).ShouldBe(2, "what was taken back stays readable");
        (await _portal.SendAs(lead, new UndoSessionCommand(logged.Id))).Error!.Code.ShouldBe("session.too-late");
    }

    [Fact]
    public async Task After_the_time_is_over_nothing_is_undone()
    {
        var staff = await _office.StaffAsync(1);
        var course = await _office.AddCourseAsync();
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);
        var logged = (await _portal.SendAs(lead, Command(course, staff))).Value;

        _portal.Clock.Advance(TimeSpan.FromSeconds(20));

        (await _portal.SendAs(lead, new UndoSessionCommand(logged.Id))).Error!.Code.ShouldBe("session.too-late");
        (await _portal.InDb(db => db.Completions.CountAsync(c => c.VoidedAt == null))).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_session_twice_adds_only_who_is_new()
    {
        var staff = await _office.StaffAsync(3);
        var course = await _office.AddCourseAsync();
        await LogAsync(course, staff.Take(2));

        var again = (await LogAsync(course, staff)).Value;
        var third = await LogAsync(course, staff);

        (again.People, again.AlreadyRecorded).ShouldBe((1, 2));
        third.Error!.Fields.Single().Field.ShouldBe("People");
    }

    [Fact]
    public async Task Each_wrong_thing_is_told_at_its_field_and_nothing_is_written()
    {
        var staff = await _office.StaffAsync(1);
        var joined = await _portal.AddPersonAsync("Finch Barley", change: p => p.SetEmployment(_office.Today, leftOn: null, annualLoadedCost: null));
        var course = await _office.AddCourseAsync();
        var retired = await _office.AddCourseAsync("Old course", retiredOn: _office.Today.AddDays(-1));

        await RefusedAsync(Command(course, staff, day: _office.Today.AddDays(1)), "HeldOn", "not come yet");
        await RefusedAsync(Command(course, staff, day: _office.Today.AddDays(-101)), "HeldOn", "taught since");
        await RefusedAsync(Command(retired, staff), "CourseId", "no longer taught");
        await RefusedAsync(Command(course, staff) with { CourseVersion = "9" }, "CourseId", "no version 9");
        await RefusedAsync(Command(course, []), "People", "Tick");
        await RefusedAsync(Command(course, [joined], day: _office.Today.AddDays(-1)), "People", "Finch Barley");
        await RefusedAsync(Command(course, staff) with { ScorePercent = 101 }, "ScorePercent", "between");
        await RefusedAsync(Command(course, staff) with { EvidenceSha256 = new string('a', 64) }, "EvidenceSha256", "not brought");
        await RefusedAsync(Command(course, staff) with { Result = (CompletionResult)7 }, "Result", "came of it");
        (await _portal.InDb(db => db.Completions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task People_of_another_unit_are_refused_and_nobody_of_the_list_is_written()
    {
        var own = await _office.StaffAsync(1);
        var other = await _office.StaffAsync(1, _portal.Logistics);
        var course = await _office.AddCourseAsync();

        var result = await LogAsync(course, [.. own, .. other]);

        result.Error!.Fields.Single().Message.ShouldContain("not in a unit you lead");
        (await _portal.InDb(db => db.Completions.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.GovernanceOfficer)]
    [InlineData(Role.HumanResources)]
    [InlineData(Role.Employee)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Only_leads_log(Role role)
    {
        var staff = await _office.StaffAsync(1);
        var course = await _office.AddCourseAsync();

        (await _portal.SendAs(role, Command(course, staff))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(role, new GetSessionFormQuery())).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(role, new GetSessionPeopleQuery(_portal.Checkout.Id, course.Id))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(role, new MatchPeopleQuery("x"))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(role, Preview(course, staff))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(role, new UndoSessionCommand(TrainingSessionId.New()))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task The_form_begins_with_the_course_that_most_people_lack()
    {
        var staff = await _office.StaffAsync(2);
        var held = await _office.AddCourseAsync("A first course");
        var lacking = await _office.AddCourseAsync("Z last course");
        await _office.RequireAsync(held);
        await _office.RequireAsync(lacking);
        foreach (var person in staff) await _office.CompleteAsync(person, held);

        var form = (await _portal.SendAs(Role.TeamLead, new GetSessionFormQuery(), _portal.Checkout)).Value;

        form.Courses[0].Id.ShouldBe(lacking.Id);
        form.Courses[0].Versions.ShouldBe(["3", "2"]);
        form.Units.Single().Name.ShouldBe("Checkout");
    }

    [Fact]
    public async Task People_who_lack_the_course_come_first_and_other_units_do_not_come_at_all()
    {
        var staff = await _office.StaffAsync(3);
        var joiner = await _portal.AddPersonAsync("Zoe Joiner", change: p => p.SetEmployment(_office.Today.AddDays(-5), leftOn: null, annualLoadedCost: null));
        await _office.StaffAsync(1, _portal.Logistics);
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course, graceDays: 30);
        await _office.CompleteAsync(staff[0], course);

        var people = (await _portal.SendAs(Role.TeamLead, new GetSessionPeopleQuery(_portal.Checkout.Id, course.Id), _portal.Checkout)).Value.People;

        people.Select(p => (p.Id, p.Lacks)).ShouldBe([(staff[1].Id, true), (staff[2].Id, true), (joiner.Id, false), (staff[0].Id, false)]);
        people[2].GraceUntil.ShouldBe(_office.Today.AddDays(24));
        (await _portal.SendAs(Role.TeamLead, new GetSessionPeopleQuery(_portal.Logistics.Id, course.Id), _portal.Checkout)).Error!.Kind.ShouldBe(ErrorKind.NotFound);
    }

    [Fact]
    public async Task The_preview_says_what_saving_then_does()
    {
        var staff = await _office.StaffAsync(5);
        var course = await _office.AddCourseAsync();
        var second = await _office.AddCourseAsync("Second");
        await _office.RequireAsync(course);
        await _office.RequireAsync(second, audience: new Audience(WorkRole: "Tester"));
        await _office.CompleteAsync(staff[0], course, on: _office.Today.AddDays(-50));

        var effect = (await _portal.SendAs(Role.TeamLead, Preview(course, staff.Take(3)), _portal.Checkout)).Value;
        await LogAsync(course, staff.Take(3));

        (effect.Asked, effect.Before, effect.After).ShouldBe((5, 1, 3));
        (effect.NowMet, effect.Renewed, effect.StillLacking).ShouldBe((2, 1, 0));
        effect.ValidUntil.ShouldBe(_office.Today.AddMonths(12));
        (await _office.CountAsync()).Met.ShouldBe(effect.After);
    }

    [Fact]
    public async Task A_failed_session_gives_no_credit_and_the_preview_says_so()
    {
        var staff = await _office.StaffAsync(2);
        var course = await _office.AddCourseAsync();
        await _office.RequireAsync(course);

        var effect = (await _portal.SendAs(Role.TeamLead, Preview(course, staff) with { Result = CompletionResult.Failed }, _portal.Checkout)).Value;
        await _portal.SendAs(Role.TeamLead, Command(course, staff) with { Result = CompletionResult.Failed }, _portal.Checkout);

        (effect.After, effect.NowMet, effect.ValidUntil).ShouldBe((0, 0, null));
        (await _office.CountAsync()).Met.ShouldBe(0);
    }

    [Fact]
    public async Task A_pasted_list_matches_mails_numbers_and_names_and_tells_the_rest()
    {
        var robin = await _portal.AddPersonAsync("Robin Thistle", change: p => p.SetContact("robin.thistle@larkfield.example"));
        var bryn = await _portal.AddPersonAsync("Bryn Hazel", change: p => p.SetContact("b.hazel@larkfield.example"));
        await _portal.AddPersonAsync("Out Side", _portal.Logistics, p => p.SetContact("out@larkfield.example"));

        var pasted = (await _portal.SendAs(
            Role.TeamLead,
            new MatchPeopleQuery($"Robin Thistle <ROBIN.thistle@larkfield.example>; b.hazle@larkfield.example\ntemp-0419,{robin.EmployeeNumber}\tout@larkfield.example"),
            _portal.Checkout)).Value;

        pasted.Matched.Select(m => m.Id).ShouldBe([robin.Id]);
        pasted.Repeated.ShouldBe([robin.EmployeeNumber]);
        pasted.Unmatched.Select(u => (u.Line, u.Suggestion?.Id)).ShouldBe([("b.hazle@larkfield.example", bryn.Id), ("temp-0419", null), ("out@larkfield.example", null)]);
        (await _portal.SendAs(Role.TeamLead, new MatchPeopleQuery("  "), _portal.Checkout)).Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    [Theory]
    [InlineData("hazel", "hazel", 0)]
    [InlineData("hazle", "hazel", 1)]
    [InlineData("hazl", "hazel", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Slips_of_the_keyboard_are_counted(string left, string right, int distance) => PastedLines.Distance(left, right).ShouldBe(distance);

    private LogSessionCommand Command(Course course, IEnumerable<Person> people, DateOnly? day = null) =>
        new(course.Id, "3", day ?? _office.Today, CompletionResult.Passed, [.. people.Select(p => p.Id)]);

    private PreviewSessionQuery Preview(Course course, IEnumerable<Person> people) =>
        new(_portal.Checkout.Id, course.Id, "3", _office.Today, CompletionResult.Passed, [.. people.Select(p => p.Id)]);

    private Task<Result<LoggedSession>> LogAsync(Course course, IEnumerable<Person> people) => _portal.SendAs(Role.TeamLead, Command(course, people), _portal.Checkout);

    private async Task RefusedAsync(LogSessionCommand command, string field, string words)
    {
        var error = (await _portal.SendAs(Role.TeamLead, command, _portal.Checkout)).Error!;
        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Fields.ShouldContain(f => f.Field == field && f.Message.Contains(words), string.Join(" | ", error.Fields));
    }
}
