using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Components.Layout;
using GovernancePortal.Web.Features.Notices.ChooseMail;
using GovernancePortal.Web.Features.Notices.ReadInbox;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Notices;

public sealed class InboxPageTests : BunitContext
{
    private readonly Answers _mediator = new();
    private readonly FrameSignal _frame = new();

    public InboxPageTests()
    {
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
        page.FindAll(".inbox a").Select(a => a.GetAttribute("href")).ShouldBe(["training", $"courses/{_mediator.Course}", "literacy/missing", "literacy/reports", "training", $"courses/{_mediator.Course}"]);
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

        page.WaitForAssertion(() => _mediator.Sent.ShouldContain(new MarkNoticeReadCommand(1)));
        page.WaitForAssertion(() => told.ShouldBe(1));
    }

    [Fact]
    public void Following_a_link_marks_it_read()
    {
        var page = Open();
        page.WaitForAssertion(() => page.Find(".inbox a"));

        page.Find(".inbox a").Click();

        page.WaitForAssertion(() => _mediator.Sent.ShouldContain(new MarkNoticeReadCommand(1)));
    }

    [Fact]
    public void The_choice_about_mail_is_saved_with_the_click()
    {
        var page = Open();
        page.WaitForAssertion(() => page.FindAll("input[type=radio]").Count.ShouldBe(3));

        page.FindAll("input[type=radio]")[1].Change("on");

        page.WaitForAssertion(() => page.Find("[role=status]").TextContent.ShouldBe("Saved."));
        _mediator.Sent.ShouldContain(new ChooseMailCommand(MailChoice.Weekly));
    }

    [Fact]
    public void An_empty_inbox_says_so()
    {
        _mediator.Rows = [];
        var page = Open();

        page.WaitForAssertion(() => page.Find(".finding").TextContent.ShouldBe("Nothing waits for you."));
        page.FindAll("button").ShouldBeEmpty();
    }

    private IRenderedComponent<InboxPage> Open() => Render<InboxPage>(parameters => parameters.AddCascadingValue(_frame));

    private sealed class Answers : IMediator
    {
        private static readonly DateTimeOffset Then = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

        public Answers() =>
            Rows =
            [
                new NoticeRow(1, NoticeKind.Missing, new CourseId(Course), "AI at work", new DateOnly(2026, 11, 1), default, Then, null, null),
                new NoticeRow(2, NoticeKind.Digest, default, "", new DateOnly(2026, 11, 23), new Digest(38, 7, 0, 2), Then, null, null),
                new NoticeRow(3, NoticeKind.ExpiresIn30, new CourseId(Course), "AI basics", new DateOnly(2026, 12, 3), default, Then, Then, null),
            ];

        public Guid Course { get; } = Guid.CreateVersion7();

        public IReadOnlyList<NoticeRow> Rows { get; set; }

        public List<object> Sent { get; } = [];

        public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            Sent.Add(request);
            object answer = request is ListNoticesQuery
                ? (Result<InboxView>)new InboxView(new PageOf<NoticeRow>(Rows, Rows.Count, 1, 25), Rows.Count(r => r.IsOpen), MailGoesOut: true, MailChoice.AtOnce)
                : request is MarkAllNoticesReadCommand ? (Result<int>)0 : Result.Success;
            return Task.FromResult((TResponse)answer);
        }

        public Task<object?> Send(object request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification => throw new NotSupportedException();
    }
}
