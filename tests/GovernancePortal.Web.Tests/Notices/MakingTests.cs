using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Notices;

public sealed class MakingTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private NoticeOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = new NoticeOffice(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Each_is_told_what_is_so_for_them()
    {
        var course = await _office.RequiredCourseAsync(graceDays: 20);
        var (missing, month, week, fine) = (await _office.PersonAsync(course), await _office.PersonAsync(course, 30), await _office.PersonAsync(course, 7), await _office.PersonAsync(course, 31));
        var joiner = await _portal.AddPersonAsync("Finch Barley", change: p => p.SetEmployment(_office.Today, leftOn: null, annualLoadedCost: null));
        var leaver = await _portal.AddPersonAsync("Heron Sedge", change: p => p.SetEmployment(null, leftOn: _office.Today, annualLoadedCost: null));

        await _office.RunAsync();

        (await Facts(missing)).ShouldBe([(NoticeKind.Missing, _office.Today.AddDays(-30))]);
        (await Facts(month)).ShouldBe([(NoticeKind.ExpiresIn30, _office.Today.AddDays(30))]);
        (await Facts(week)).ShouldBe([(NoticeKind.ExpiresIn7, _office.Today.AddDays(7))]);
        (await Facts(joiner)).ShouldBe([(NoticeKind.Asked, _office.Today.AddDays(20))]);
        (await Facts(fine)).ShouldBeEmpty();
        (await Facts(leaver)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_told_twice_by_running_again_or_on_the_next_day()
    {
        var person = await _office.PersonAsync(await _office.RequiredCourseAsync());
        (await _office.RunAsync()).ShouldBeTrue();
        (await _office.RunAsync()).ShouldBeFalse("the day is made");

        await _office.NextDayAsync();

        (await _office.ToldAsync(person)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_replicas_at_once_tell_once()
    {
        var course = await _office.RequiredCourseAsync();
        var people = new List<Domain.Organisation.Person>();
        for (var i = 0; i < 5; i++) people.Add(await _office.PersonAsync(course));
        await using var other = _portal.StartBeside();

        var ran = await Task.WhenAll(Task.Run(() => _office.RunAsync()), Task.Run(() => _office.RunAsync(other)));

        ran.Count(r => r).ShouldBe(1);
        (await _portal.InDb(db => db.Notices.CountAsync(n => n.Kind != NoticeKind.Digest))).ShouldBe(people.Count);
        (await _portal.InDb(db => db.NoticeRuns.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_database_refuses_the_same_notice_twice()
    {
        var person = await _office.PersonAsync(await _office.RequiredCourseAsync());
        await _office.RunAsync();

        await Should.ThrowAsync<Exception>(() => _portal.InDb(db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO [Notices] ([RecipientId], [Kind], [SubjectId], [On], [Asked], [Lacking], [Expiring], [Reports], [MadeAt], [MailWanted]) SELECT [RecipientId], [Kind], [SubjectId], [On], 0, 0, 0, 0, [MadeAt], 0 FROM [Notices]")));
        (await _office.ToldAsync(person)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_ten_days_without_a_run_the_present_is_told_once()
    {
        var course = await _office.RequiredCourseAsync();
        var person = await _office.PersonAsync(course, runsOutIn: 32);
        await _office.RunAsync();
        (await _office.ToldAsync(person)).ShouldBeEmpty();

        // The day of "in 30 days" goes by unseen, and so does that of "in 7 days" the next time.
        await _office.NextDayAsync(10);
        await _office.NextDayAsync(20);
        await _office.NextDayAsync(10);

        (await Facts(person)).Select(f => f.Kind).ShouldBe([NoticeKind.ExpiresIn30, NoticeKind.ExpiresIn7, NoticeKind.Missing]);
        (await _office.ToldAsync(person)).Count(n => n.IsOpen).ShouldBe(1, "a later one takes the place of the earlier");
    }

    [Fact]
    public async Task What_is_done_is_settled_and_a_declined_report_opens_it_again()
    {
        var course = await _office.RequiredCourseAsync();
        var person = await _office.PersonAsync(course);
        await _office.RunAsync();
        var report = new Completion(person.Id, course.Id, "3", _office.Today, CompletionResult.Attended, _portal.Clock.GetUtcNow());
        report.ReportedByPerson("I was there.");
        await _office.Training.AddAsync(report);

        await _office.NextDayAsync();
        (await _office.ToldAsync(person)).Single().SettledAt.ShouldNotBeNull("the lead has to act, not the person");

        await _portal.InDb(async db =>
        {
            (await db.Completions.SingleAsync(c => c.Id == report.Id)).Decline(_portal.Clock.GetUtcNow(), "user:1", "Was on leave.");
            return await db.SaveChangesAsync();
        });
        await _office.NextDayAsync();
        (await _office.ToldAsync(person)).Single().IsOpen.ShouldBeTrue();

        await _office.Training.CompleteAsync(person, course);
        await _office.NextDayAsync();
        (await _office.ToldAsync(person)).Single().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_end_of_validity_is_told_anew()
    {
        var course = await _office.RequiredCourseAsync();
        var person = await _office.PersonAsync(course, runsOutIn: 5);
        await _office.RunAsync();
        await _office.Training.CompleteAsync(person, course, on: _office.Today.AddDays(6).AddMonths(-12));

        await _office.NextDayAsync();

        (await Facts(person)).ShouldBe([(NoticeKind.ExpiresIn7, _office.Today.AddDays(4)), (NoticeKind.ExpiresIn7, _office.Today.AddDays(5))]);
    }

    [Fact]
    public async Task A_lead_gets_the_figures_of_their_own_units_once_a_week()
    {
        var course = await _office.RequiredCourseAsync();
        await _office.PersonAsync(course, unit: _portal.Payments);
        await _office.PersonAsync(course, 20);
        await _office.PersonAsync(course, 300);
        await _office.PersonAsync(course, unit: _portal.Logistics);
        var reporter = await _office.PersonAsync(course, 200);
        var report = new Completion(reporter.Id, course.Id, "3", _office.Today, CompletionResult.Attended, _portal.Clock.GetUtcNow());
        report.ReportedByPerson("I was there.");
        await _office.Training.AddAsync(report);
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);
        var top = await _portal.AddUserAsync(Role.TeamLead, _portal.Root);
        var executive = await _portal.AddUserAsync(Role.Executive, _portal.Checkout);

        await _office.RunAsync();
        for (var day = 0; day < 6; day++) await _office.NextDayAsync();

        var told = (await _office.ToldAsync(lead)).Single();
        (told.On, told.Figures).ShouldBe((new DateOnly(2026, 11, 23), new Digest(4, 1, 1, 1)));
        (await _office.ToldAsync(top)).Single().Figures.ShouldBe(new Digest(5, 2, 1, 1));
        (await _office.ToldAsync(executive)).ShouldBeEmpty();

        await _office.NextDayAsync(3);
        (await _office.ToldAsync(lead)).Select(n => (n.On, n.IsOpen)).ShouldBe([(new DateOnly(2026, 11, 23), false), (new DateOnly(2026, 11, 30), true)]);
    }

    [Fact]
    public async Task A_lead_of_two_units_gets_the_figures_of_both_and_one_with_nothing_to_say_gets_none()
    {
        var course = await _office.RequiredCourseAsync();
        await _office.PersonAsync(course, unit: _portal.Payments);
        await _office.PersonAsync(course, unit: _portal.Logistics);
        await _office.PersonAsync(course, 300);
        var both = await _portal.AddUserAsync(Role.TeamLead, _portal.Payments);
        await _portal.InDb(db =>
        {
            db.RoleAssignments.AddRange(new RoleAssignment(both, Role.TeamLead, _portal.Logistics.Id, _portal.Clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        var nothing = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);
        await _portal.InDb(db => db.People.Where(p => p.UnitId == _portal.Payments.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftOn, _office.Today.AddDays(-1))));

        await _office.RunAsync();

        (await _office.ToldAsync(both)).Single().Figures.ShouldBe(new Digest(1, 1, 0, 0));
        (await _office.ToldAsync(nothing)).ShouldBeEmpty();
    }

    private async Task<IEnumerable<(NoticeKind Kind, DateOnly On)>> Facts(Domain.Organisation.Person person) => (await _office.ToldAsync(person)).Select(n => (n.Kind, n.On));
}
