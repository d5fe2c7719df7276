using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Notices.ChooseMail;
using GovernancePortal.Web.Features.Notices.ReadInbox;
using GovernancePortal.Web.Features.Overview.GetFrame;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Notices;

public sealed class InboxTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private NoticeOffice _office = null!;
    private Person _robin = null!;
    private Guid _account;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _office = new NoticeOffice(_portal);
        var advice = await _office.RequiredCourseAsync();
        await _office.RequiredCourseAsync("AI at work");
        _robin = await _office.PersonAsync(advice, runsOutIn: 20);
        _account = await _office.AccountAsync(_robin);
        await _office.PersonAsync(advice, name: "Piper Yarrow");
        await _office.RunAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Everybody_sees_their_own_the_most_urgent_first()
    {
        var inbox = await _office.InboxAsync(_account);

        inbox.Notices.Items.Select(n => (n.Subject, n.Kind)).ShouldBe([("AI at work", NoticeKind.Missing), ("Reading AI advice critically", NoticeKind.ExpiresIn30)]);
        (inbox.Open, inbox.MailGoesOut).ShouldBe((2, false));
        (await _portal.SendAs(_account, new GetFrameQuery())).Value.Waiting.ShouldBe(2);
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.GovernanceOfficer)]
    [InlineData(Role.HumanResources)]
    [InlineData(Role.TeamLead)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.KnowledgeSteward)]
    [InlineData(Role.Employee)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Nobody_reads_or_marks_what_is_somebody_elses(Role role)
    {
        var (user, foreign) = (await _portal.AddUserAsync(role), (await _office.ToldAsync(_robin))[0].Id);

        (await _office.InboxAsync(user)).Notices.Items.ShouldBeEmpty();
        (await _portal.SendAs(user, new MarkNoticeReadCommand(foreign))).Error!.Kind.ShouldBe(ErrorKind.NotFound);
        (await _portal.SendAs(user, new MarkAllNoticesReadCommand())).Value.ShouldBe(0);
        (await _office.ToldAsync(_robin)).ShouldAllBe(n => n.ReadAt == null);
    }

    [Fact]
    public async Task What_is_read_comes_after_what_waits_and_counts_no_longer()
    {
        var first = (await _office.InboxAsync(_account)).Notices.Items[0].Id;

        (await _portal.SendAs(_account, new MarkNoticeReadCommand(first))).IsSuccess.ShouldBeTrue();

        var inbox = await _office.InboxAsync(_account);
        inbox.Notices.Items.Select(n => n.IsOpen).ShouldBe([true, false]);
        inbox.Notices.Items[1].Id.ShouldBe(first);
        (await _portal.SendAs(_account, new GetFrameQuery())).Value.Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task All_are_marked_at_once_and_keep_the_time_of_the_first()
    {
        var first = (await _office.InboxAsync(_account)).Notices.Items[0].Id;
        await _portal.SendAs(_account, new MarkNoticeReadCommand(first));
        var then = _portal.Clock.GetUtcNow();
        _portal.Clock.Advance(TimeSpan.FromHours(1));

        (await _portal.SendAs(_account, new MarkAllNoticesReadCommand())).Value.ShouldBe(1);

        (await _office.ToldAsync(_robin)).Single(n => n.Id == first).ReadAt.ShouldBe(then);
        (await _office.InboxAsync(_account)).Open.ShouldBe(0);
    }

    [Fact]
    public async Task It_pages_in_the_database()
    {
        var page = (await _portal.SendAs(_account, new ListNoticesQuery(new Paging(2, 1)))).Value.Notices;

        (page.Items.Count, page.Total, page.Items[0].Subject).ShouldBe((1, 2, "Reading AI advice critically"));
    }

    [Fact]
    public async Task A_choice_about_mail_is_ones_own()
    {
        (await _portal.SendAs(_account, new ChooseMailCommand(MailChoice.Weekly))).IsSuccess.ShouldBeTrue();

        (await _office.InboxAsync(_account)).Choice.ShouldBe(MailChoice.Weekly);
        (await _portal.InDb(db => db.Users.CountAsync(u => u.MailChoice != MailChoice.AtOnce))).ShouldBe(1);
        (await _portal.SendAs(_account, new ChooseMailCommand((MailChoice)9))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    [Fact]
    public async Task Without_signing_in_there_is_no_inbox()
    {
        (await _portal.SendSignedOut(new ListNoticesQuery(new Paging(1, 25)))).Error.ShouldBe(AccessErrors.SignedOut);
        (await _portal.SendSignedOut(new MarkAllNoticesReadCommand())).Error.ShouldBe(AccessErrors.SignedOut);
        (await _portal.SendSignedOut(new ChooseMailCommand(MailChoice.None))).Error.ShouldBe(AccessErrors.SignedOut);
    }
}
