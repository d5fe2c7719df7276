using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.AttributeIncident;
using GovernancePortal.Web.Features.Incidents.DecideAttribution;
using GovernancePortal.Web.Features.Incidents.FollowUp;
using GovernancePortal.Web.Features.Knowledge.QuarantinePage;
using GovernancePortal.Web.Features.Knowledge.VerifyPage;
using GovernancePortal.Web.Features.Notices.Making;
using GovernancePortal.Web.Features.Notices.ReadInbox;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Incidents;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Notices;

/// <summary>What incidents and pages tell people, once, and what settles it.</summary>
public sealed class EvidenceNoticeTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private IncidentDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await IncidentDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Whoever_gets_a_follow_up_is_told_once_and_again_when_it_is_overdue()
    {
        var id = await _desk.AttributedAsync();
        var owner = _desk.ReporterUser;
        (await _portal.SendAs(_desk.OfficerUser, new PlaceActionCommand(id, await _desk.VersionAsync(id), "Second owner for runbooks", _desk.Reporter.Id, new DateOnly(2026, 11, 25)))).Error.ShouldBeNull();

        await MakeAsync();
        var given = (await InboxAsync(owner)).Single();
        (given.Kind, given.Subject, given.Page).ShouldBe((NoticeKind.FollowUpGiven, "INC-0001: Second owner for runbooks", $"incidents/{id}"));
        await NextDayAsync(1);
        (await InboxAsync(owner)).Count.ShouldBe(1, "it is told once");
        await NextDayAsync(3);
        (await InboxAsync(owner)).Select(n => (n.Kind, n.IsOpen)).ShouldBe([(NoticeKind.FollowUpOverdue, true), (NoticeKind.FollowUpGiven, false)]);
        (await InboxAsync(_desk.AuditorUser)).ShouldBeEmpty();

        var action = (await _desk.LoadAsync(id)).Actions.Single().Id;
        (await _portal.SendAs(owner, new CompleteActionCommand(id, await _desk.VersionAsync(id), action))).Error.ShouldBeNull();
        await NextDayAsync(1);
        (await InboxAsync(owner)).ShouldAllBe(n => !n.IsOpen);
    }

    [Fact]
    public async Task Those_who_may_decide_a_changed_attribution_are_told_and_its_author_is_not()
    {
        var id = await _desk.AttributedAsync();
        (await _portal.SendAs(_desk.OfficerUser, new AttributeIncidentCommand(id, await _desk.VersionAsync(id), IncidentDesk.HumanError, "As agreed."))).Value.ShouldBe(AttributionState.Waiting);
        var elsewhere = await _desk.UserAsync(Role.GovernanceOfficer, _portal.Logistics);

        await MakeAsync();

        (await InboxAsync(_desk.AuditorUser)).Select(n => (n.Kind, n.Subject)).ShouldBe([(NoticeKind.AttributionWaits, "INC-0001, Checkout outage")]);
        (await InboxAsync(_desk.OfficerUser)).ShouldBeEmpty();
        (await InboxAsync(elsewhere)).ShouldBeEmpty();
        (await _portal.SendAs(_desk.AuditorUser, new DecideAttributionCommand(id, await _desk.VersionAsync(id), 2, Agree: false, "No."))).Error.ShouldBeNull();
        await NextDayAsync(1);
        (await InboxAsync(_desk.AuditorUser)).ShouldAllBe(n => !n.IsOpen);
    }

    [Fact]
    public async Task The_owner_of_a_doubted_page_is_told_and_without_one_those_who_keep_pages_of_the_unit()
    {
        var steward = await _desk.UserAsync(Role.KnowledgeSteward);
        var elsewhere = await _desk.UserAsync(Role.KnowledgeSteward, _portal.Logistics);
        var (owned, nobodys) = (await PageAsync("owned", _desk.Reporter.Id), await PageAsync("nobody's", null));
        await _portal.InDb(async db =>
        {
            db.WrongAnswers.Add(WrongAnswer.Report(owned.Id, "It is not so.", "key:a", _desk.Now).Value);
            return await db.SaveChangesAsync();
        });
        (await _portal.SendAs(_desk.OfficerUser, new QuarantinePageCommand(nobodys.Id, nobodys.Version, "Doubtful."))).Error.ShouldBeNull();

        await MakeAsync();

        (await InboxAsync(_desk.ReporterUser)).Select(n => (n.Kind, n.Subject)).ShouldBe([(NoticeKind.PageDoubted, "owned")]);
        (await InboxAsync(steward)).Select(n => (n.Kind, n.Subject)).ShouldBe([(NoticeKind.PageQuarantined, "nobody's")]);
        (await InboxAsync(elsewhere)).ShouldBeEmpty();
        owned = await _portal.InDb(db => db.KnowledgePages.AsNoTracking().SingleAsync(p => p.Id == owned.Id));
        (await _portal.SendAs(steward, new VerifyPageCommand(owned.Id, owned.Version, owned.ContentHash))).Error.ShouldBeNull();
        await NextDayAsync(1);
        (await InboxAsync(_desk.ReporterUser)).ShouldAllBe(n => !n.IsOpen);
        (await InboxAsync(steward)).Count(n => n.IsOpen).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_decided_during_the_day_is_told_before_the_next_one_and_leaves_reminders_alone()
    {
        var keeper = _portal.Services.GetRequiredService<NoticeKeeper>();
        (await keeper.TellNewsAsync(CancellationToken.None)).ShouldBeFalse("the first run of a portal is a day's");
        var course = await new NoticeOffice(_portal).RequiredCourseAsync();
        await MakeAsync();
        var reminders = await RemindersAsync();
        reminders.ShouldNotBeEmpty($"{course.Name} is missing");
        (await keeper.TellNewsAsync(CancellationToken.None)).ShouldBeTrue();
        (await keeper.TellNewsAsync(CancellationToken.None)).ShouldBeFalse("nothing was decided since");

        var (steward, page) = (await _desk.UserAsync(Role.KnowledgeSteward), await PageAsync("owned", _desk.Reporter.Id));
        (await _portal.SendAs(_desk.OfficerUser, new QuarantinePageCommand(page.Id, page.Version, "Doubtful."))).Error.ShouldBeNull();
        (await keeper.TellNewsAsync(CancellationToken.None)).ShouldBeTrue();
        (await InboxAsync(_desk.ReporterUser)).Where(n => n.Kind == NoticeKind.PageQuarantined).Select(n => n.IsOpen).ShouldBe([true]);

        page = await _portal.InDb(db => db.KnowledgePages.AsNoTracking().SingleAsync(p => p.Id == page.Id));
        (await _portal.SendAs(steward, new VerifyPageCommand(page.Id, page.Version, page.ContentHash))).Error.ShouldBeNull();
        (await keeper.TellNewsAsync(CancellationToken.None)).ShouldBeTrue();
        (await InboxAsync(_desk.ReporterUser)).Where(n => n.Kind == NoticeKind.PageQuarantined).Select(n => n.IsOpen).ShouldBe([false]);
        (await RemindersAsync()).ShouldBe(reminders);

        Task<List<long>> RemindersAsync() => _portal.InDb(db => db.Notices.Where(n => n.Kind < NoticeKind.Digest && n.SettledAt == null).OrderBy(n => n.Id).Select(n => n.Id).ToListAsync());
    }

    private async Task<KnowledgePage> PageAsync(string title, PersonId? owner)
    {
        var page = KnowledgePage.Register("wiki", title, new PageFacts(title, _portal.Checkout.Id, owner, Interval: new ReviewInterval(3, IntervalUnit.Month)), _desk.Now).Value;
        await _portal.InDb(async db =>
        {
            db.KnowledgePages.Add(page);
            return await db.SaveChangesAsync();
        });
        return page;
    }

    private Task NextDayAsync(int days)
    {
        _portal.Clock.Advance(TimeSpan.FromDays(days));
        return MakeAsync();
    }

    private async Task MakeAsync() => (await _portal.Services.GetRequiredService<NoticeKeeper>().RunAsync(CancellationToken.None)).ShouldBeTrue();

    private async Task<IReadOnlyList<NoticeRow>> InboxAsync(Guid user) => (await _portal.SendAs(user, new ListNoticesQuery(new Paging(1, 25)))).Value.Notices.Items;
}
