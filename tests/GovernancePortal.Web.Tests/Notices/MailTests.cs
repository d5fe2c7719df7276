using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Features.Knowledge.QuarantinePage;
using GovernancePortal.Web.Features.Notices.ChooseMail;
using GovernancePortal.Web.Features.Notices.Making;
using GovernancePortal.Web.Features.Notices.ReadInbox;
using GovernancePortal.Web.Features.Notices.WatchMail;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace GovernancePortal.Web.Tests.Notices;

/// <summary>Mails over a real connection to a server of the test, and as files. The clock begins on a Monday at 06:00 UTC, an hour before the quiet hours end.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private readonly FakeMailServer _server = new();
    private TestPortal _portal = null!;
    private NoticeOffice _office = null!;
    private Course _course = null!;

    private Dictionary<string, string?> Settings => NoticeOffice.Mail(("PickupFolder", null), ("Host", "127.0.0.1"), ("Port", $"{_server.Port}"), ("Tls", "None"));

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync(settings: Settings);
        _office = new NoticeOffice(_portal);
        _course = await _office.RequiredCourseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task One_mail_lists_everything_and_waits_for_the_quiet_hours_to_end()
    {
        await _office.RequiredCourseAsync("AI at work");
        var robin = await _office.PersonAsync(_course, runsOutIn: 20);
        await _office.RunAsync();

        (await _office.ToldAsync(robin)).Count.ShouldBe(2, "the inbox does not wait");
        (await _office.SendAsync()).ShouldBe(0);
        _portal.Clock.Advance(TimeSpan.FromHours(1));
        (await _office.SendAsync()).ShouldBe(1);
        (await _office.SendAsync()).ShouldBe(0);

        var mail = Parse(_server.Taken.ShouldHaveSingleItem());
        mail.To.Mailboxes.Single().Address.ShouldBe("robin@example.org");
        mail.Subject!.ShouldBe("Training: Two courses wait for you");
        mail.TextBody!.ShouldContain("AI at work is missing since 24 Oct 2026.");
        mail.TextBody!.ShouldContain("Reading AI advice critically runs out on 13 Dec 2026.");
        mail.TextBody!.ShouldNotContain("https://portal.example.org", Case.Insensitive, "somebody without an account cannot go there");
        (await _office.MailsAsync()).Single().State.ShouldBe(MailState.Sent);
    }

    [Fact]
    public async Task What_comes_up_over_a_weekend_is_one_mail_on_Monday()
    {
        _portal.Clock.Advance(TimeSpan.FromDays(4.5)); // Friday evening
        var robin = await _office.PersonAsync(_course, runsOutIn: 31);
        await _office.RunAsync();
        await _office.NextDayAsync();
        await _office.RequiredCourseAsync("AI at work");
        await _office.NextDayAsync();
        (await _office.SendAsync()).ShouldBe(0);

        _portal.Clock.Advance(TimeSpan.FromHours(13)); // Monday 07:00
        await _office.RunAsync();
        await _office.SendAsync();

        Parse(_server.Taken.ShouldHaveSingleItem()).Subject!.ShouldBe("Training: Two courses wait for you");
        (await _office.ToldAsync(robin)).ShouldAllBe(n => n.MailId != null);
    }

    [Fact]
    public async Task News_of_the_day_are_in_the_inbox_at_once_and_in_no_mail_before_the_next_days()
    {
        var keeper = _portal.Services.GetRequiredService<NoticeKeeper>();
        var robin = await _office.PersonAsync(_course, runsOutIn: 300);
        await _office.RunAsync();
        var page = KnowledgePage.Register("wiki", "rollback", new PageFacts("Rollback", _portal.Checkout.Id, robin.Id, Interval: new ReviewInterval(3, IntervalUnit.Month)), _portal.Clock.GetUtcNow()).Value;
        await _portal.InDb(async db =>
        {
            db.KnowledgePages.Add(page);
            return await db.SaveChangesAsync();
        });
        (await _portal.SendAs(Role.GovernanceOfficer, new QuarantinePageCommand(page.Id, page.Version, "Doubtful."))).Error.ShouldBeNull();

        (await keeper.TellNewsAsync(CancellationToken.None)).ShouldBeTrue();
        (await _office.ToldAsync(robin)).Select(n => n.Kind).ShouldBe([NoticeKind.PageQuarantined]);
        (await _office.MailsAsync()).ShouldBeEmpty();
        await _office.NextDayAsync();
        (await _office.MailsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_that_two_replicas_want_to_send_goes_out_once()
    {
        for (var i = 0; i < 6; i++) await _office.PersonAsync(_course, email: $"p{i}@example.org");
        await MorningAsync();
        var due = await _office.MailsAsync();
        await using var other = _portal.StartBeside(Settings);

        var sent = await Task.WhenAll(Task.Run(() => _office.SendAsync()), Task.Run(() => _office.SendAsync(other)));

        (due.Count, sent.Sum(), _server.Taken.Count).ShouldBe((6, 6, 6));
        _server.Taken.Select(t => Parse(t).MessageId).ShouldBeUnique();
    }

    [Fact]
    public async Task A_refusal_for_now_is_tried_again_with_the_same_message_id()
    {
        await _office.PersonAsync(_course);
        _server.OnMail = "451 later";
        await MorningAsync();
        (await _office.SendAsync()).ShouldBe(0);
        var waits = (await _office.MailsAsync()).Single();
        (waits.State, waits.Tries, waits.Fault).ShouldBe((MailState.Waiting, 1, MailFault.RefusedForNow));

        _server.OnMail = "250 taken";
        (await _office.SendAsync()).ShouldBe(0, "it is not due yet");
        _portal.Clock.Advance(TimeSpan.FromMinutes(10));
        (await _office.SendAsync()).ShouldBe(1);

        Parse(_server.Taken.Single()).MessageId.ShouldBe($"notice.{waits.Id}.{waits.MadeAt.ToUnixTimeMilliseconds()}@portal.example.org");
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_fails_and_the_next_one_goes_out()
    {
        await _office.PersonAsync(_course);
        await MorningAsync();
        _server.OnRecipient = "550 no such user";
        await _office.SendAsync();

        (await _office.MailsAsync()).Single().State.ShouldBe(MailState.Failed);
        _server.OnRecipient = "250 ok";
        await _office.PersonAsync(_course, email: "piper@example.org");
        await _office.NextDayAsync();
        (await _office.SendAsync()).ShouldBe(1);
        Parse(_server.Taken.Single()).To.Mailboxes.Single().Address.ShouldBe("piper@example.org");
    }

    [Fact]
    public async Task A_connection_that_breaks_half_way_is_not_repeated_by_itself_but_by_whoever_looks_after_mail()
    {
        await _office.PersonAsync(_course);
        await MorningAsync();
        _server.OnMail = null;
        await _office.SendAsync();
        _portal.Clock.Advance(TimeSpan.FromHours(2));
        _server.OnMail = "250 taken";
        (await _office.SendAsync()).ShouldBe(0);

        var report = (await _portal.SendAs(Role.Administrator, new GetMailStateQuery())).Value;
        report.Failed.Select(f => (f.Fault, f.Count)).ShouldBe([(MailFault.Interrupted, 1)]);
        (await _portal.SendAs(Role.GovernanceOfficer, new RetryMailCommand(MailFault.Interrupted))).Value.ShouldBe(1);

        (await _office.SendAsync()).ShouldBe(1);
        (await _portal.SendAs(Role.Administrator, new GetMailStateQuery())).Value.ShouldSatisfyAllConditions(r => r.Failed.ShouldBeEmpty(), r => r.SentInWeek.ShouldBe(1), r => r.LastSentAt.ShouldBe(_portal.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_server_that_is_away_costs_no_mail_a_try()
    {
        await _office.PersonAsync(_course);
        await _office.PersonAsync(_course, email: "piper@example.org");
        await MorningAsync();
        await _server.StopAsync();

        (await _office.SendAsync()).ShouldBe(0);

        (await _office.MailsAsync()).ShouldAllBe(m => m.State == MailState.Waiting && m.Tries == 0);
        (await _portal.SendAs(Role.Administrator, new GetMailStateQuery())).Value.ShouldSatisfyAllConditions(r => r.HeldUpBy.ShouldBe(MailFault.NoConnection), r => r.Waiting.ShouldBe(2));
    }

    [Theory]
    [InlineData(MailChoice.None, 0, 0)]
    [InlineData(MailChoice.Weekly, 0, 1)]
    [InlineData(MailChoice.AtOnce, 1, 1)]
    public async Task Each_has_the_mail_they_chose(MailChoice choice, int today, int byMonday)
    {
        var robin = await _office.PersonAsync(_course, runsOutIn: 31);
        var account = await _office.AccountAsync(robin);
        await _portal.SendAs(account, new ChooseMailCommand(choice));
        await _office.RunAsync();
        _portal.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(2)); // Tuesday
        await _office.RunAsync();

        await _office.SendAsync();
        _server.Taken.Count.ShouldBe(today);
        _portal.Clock.Advance(TimeSpan.FromDays(6));
        await _office.SendAsync();

        _server.Taken.Count.ShouldBe(byMonday);
        (await _office.ToldAsync(robin)).Count.ShouldBe(1, "the inbox has it in any case");
        foreach (var mail in _server.Taken) Parse(mail).TextBody!.ShouldContain("https://portal.example.org/inbox");
    }

    [Fact]
    public async Task A_choice_holds_for_a_mail_that_waits_already()
    {
        var robin = await _office.PersonAsync(_course);
        var account = await _office.AccountAsync(robin);
        await _office.RunAsync();
        await _portal.SendAs(account, new ChooseMailCommand(MailChoice.None));
        _portal.Clock.Advance(TimeSpan.FromHours(2));

        await _office.SendAsync();

        _server.Taken.ShouldBeEmpty();
        (await _office.MailsAsync()).Single().State.ShouldBe(MailState.Dropped);
    }

    [Fact]
    public async Task What_was_read_or_done_before_the_mail_goes_is_not_mailed()
    {
        var robin = await _office.PersonAsync(_course);
        var account = await _office.AccountAsync(robin);
        await _office.RunAsync();
        await _portal.SendAs(account, new MarkAllNoticesReadCommand());
        _portal.Clock.Advance(TimeSpan.FromHours(2));

        (await _office.SendAsync()).ShouldBe(0);
        _server.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_leads_digest_has_figures_and_links_and_no_names()
    {
        await _office.PersonAsync(_course, name: "Robin Thistle", email: null);
        await _office.PersonAsync(_course, 20, "Piper Yarrow", email: null);
        var lead = await _portal.AddUserAsync(Role.TeamLead, _portal.Checkout);
        await _office.AddressAsync(lead, "lead@example.org");
        await MorningAsync();

        (await _office.SendAsync()).ShouldBe(1);

        var mail = Parse(_server.Taken.Single());
        mail.Subject!.ShouldBe("Training this week: 1 of 2 people in your units lacks training");
        foreach (var part in new[] { mail.TextBody, mail.HtmlBody })
        {
            part!.ShouldContain("https://portal.example.org/literacy/missing");
            part!.ShouldContain("within four weeks");
            part!.ShouldNotContain("Thistle");
            part!.ShouldNotContain("Yarrow");
        }
    }

    [Fact]
    public async Task Names_cannot_add_headers_or_markup()
    {
        var course = await _office.RequiredCourseAsync("Advice\r\nBcc: all@example.org <script>alert(1)</script>");
        var robin = await _office.PersonAsync(course, name: "Robin\r\nBcc: thief@example.org\r\n\r\n<b>Thistle</b>");
        await _office.Training.CompleteAsync(robin, _course);
        await MorningAsync();

        await _office.SendAsync();

        var mail = Parse(_server.Taken.Single());
        mail.Headers.Select(h => h.Field).ShouldNotContain("Bcc");
        mail.To.Mailboxes.Single().Address.ShouldBe("robin@example.org");
        mail.HtmlBody!.ShouldNotContain("<script");
        mail.HtmlBody!.ShouldNotContain("<b>");
        mail.Subject!.ShouldContain("Bcc: all@example.org", Case.Sensitive, "as words of the subject");
    }

    [Fact]
    public async Task An_address_that_is_none_or_two_is_not_sent_to()
    {
        await _office.PersonAsync(_course, email: "robin@example.org, thief@example.org");
        await MorningAsync();

        (await _office.SendAsync()).ShouldBe(0);

        _server.Taken.ShouldBeEmpty();
        (await _office.MailsAsync()).Single().ShouldSatisfyAllConditions(m => m.State.ShouldBe(MailState.Failed), m => m.Fault.ShouldBe(MailFault.BadAddress));
    }

    [Fact]
    public async Task Whoever_left_before_the_mail_goes_gets_none_and_who_has_no_address_neither()
    {
        var robin = await _office.PersonAsync(_course);
        await _office.PersonAsync(_course, email: null);
        await _office.RunAsync();
        (await _office.MailsAsync()).Count.ShouldBe(1);
        await _portal.InDb(async db =>
        {
            (await db.People.FindAsync(robin.Id))!.SetEmployment(null, leftOn: _office.Today, annualLoadedCost: null);
            return await db.SaveChangesAsync();
        });
        _portal.Clock.Advance(TimeSpan.FromHours(2));

        await _office.SendAsync();

        _server.Taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.HumanResources)]
    [InlineData(Role.TeamLead)]
    [InlineData(Role.Employee)]
    [InlineData(Role.Auditor)]
    public async Task Only_those_who_look_after_mail_see_whether_it_goes_out(Role role)
    {
        (await _portal.SendAs(role, new GetMailStateQuery())).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(role, new RetryMailCommand(MailFault.Refused))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public async Task An_officer_of_a_part_does_not_see_the_mail_of_the_whole()
    {
        (await _portal.SendAs(Role.GovernanceOfficer, new GetMailStateQuery(), _portal.Checkout)).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        (await _portal.SendAs(Role.Administrator, new RetryMailCommand(MailFault.None))).Error!.Kind.ShouldBe(ErrorKind.Invalid);
    }

    private async Task MorningAsync()
    {
        await _office.RunAsync();
        _portal.Clock.Advance(TimeSpan.FromHours(2));
    }

    private static MimeMessage Parse(string mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail)));
}
