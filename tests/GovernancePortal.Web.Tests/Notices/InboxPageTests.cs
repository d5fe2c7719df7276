using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Components.Layout;
using GovernancePortal.Web.Features.Notices.ChooseMail;
using GovernancePortal.Web.Features.Notices.ReadInbox;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Notices;

public sealed class InboxPageTests : BunitContext
{
    private static readonly DateTimeOffset Then = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly Guid Course = Guid.CreateVersion7();

    private readonly FakeMediator _mediator = new();
    private IReadOnlyList<NoticeRow> _rows =
    [
        new(1, NoticeKind.Missing, Course, "AI at work", new DateOnly(2026, 11, 1), default, Then, null, null),
        new(2, NoticeKind.Digest, default, "", new DateOnly(2026, 11, 23), new Digest(38, 7, 0, 2), Then, null, null),
        new(3, NoticeKind.ExpiresIn30, Course, "AI basics", new DateOnly(2026, 12, 3), default, Then, Then, null),
    ];

    private readonly FrameSignal _frame = new();

    public InboxPageTests()
    {
        _mediator
            .On<ListNoticesQuery>(_ => (Result<InboxView>)new InboxView(new PageOf<NoticeRow>(_rows, _rows.Count, 1, 25), _rows.Count(r => r.IsOpen), MailGoesOut: true, MailChoice.AtOnce))
            .On<MarkNoticeReadCommand>(_ => Result.Success)
            .On<ChooseMailCommand>(_ => Result.Success);
        Services.AddSingleton<IMediator>(_mediator);
        AddAuthorization().SetAuthorized("Robin").SetPolicies(Policies.ReportTraining);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void The_finding_counts_what_waits_and_each_leads_somewhere()
    {
        var page = Open();

        page.WaitForAssertion(() => page.Find(".finding").TextContent.ShouldBe("Two things wait for you."));
        page.FindAll("h3").Select(h => h.TextContent).ShouldBe(["AI at work is missing since 1 Nov 2026.", "Week of 23 Nov 2026: 7 of 38 people in your units lack training.", "AI basics runs out on 3 Dec 2026."]);
        page.FindAll(".inbox a").Select(a => a.GetAttribute("href")).ShouldBe(["training", $"courses/{Course}", "literacy/missing", "literacy/reports", "training", $"courses/{Course}"]);
        page.FindAll(".inbox button").Count.ShouldBe(2);
    }

    [Fact]
    public void Marking_one_read_asks_for_it_and_tells_the_top_bar()
    {
        var told = 0;
        _frame.Changed += () => told++;
        var page = Open();
        page.WaitForAssertion(() => page.Find(".inbox button"));

        page.Find(".inbox button").Click();

        page.WaitForAssertion(() => _mediator.Requests.ShouldContain(new MarkNoticeReadCommand(1)));
        page.WaitForAssertion(() => told.ShouldBe(1));
    }

    [Fact]
    public void Following_a_link_marks_it_read()
    {
        var page = Open();
        page.WaitForAssertion(() => page.Find(".inbox a"));

        page.Find(".inbox a").Click();

        page.WaitForAssertion(() => _mediator.Requests.ShouldContain(new MarkNoticeReadCommand(1)));
    }

    [Fact]
    public void The_choice_about_mail_is_saved_with_the_click()
    {
        var page = Open();
        page.WaitForAssertion(() => page.FindAll("input[type=radio]").Count.ShouldBe(3));

        page.FindAll("input[type=radio]")[1].Change("on");

        page.WaitForAssertion(() => page.Find("[role=status]").TextContent.ShouldBe("Saved."));
        _mediator.Requests.ShouldContain(new ChooseMailCommand(MailChoice.Weekly));
    }

    [Fact]
    public void An_empty_inbox_says_so()
    {
        _rows = [];
        var page = Open();

        page.WaitForAssertion(() => page.Find(".finding").TextContent.ShouldBe("Nothing waits for you."));
        page.FindAll("button").ShouldBeEmpty();
    }

    private IRenderedComponent<InboxPage> Open() => Render<InboxPage>(parameters => parameters.AddCascadingValue(_frame));
}
