using Bunit;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Web.Features.Literacy.ListStatements;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class StatementListTests : IAsyncLifetime
{
    private StatementOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await StatementOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task What_had_no_effect_is_listed_and_counts_once_person_and_course_are_known()
    {
        var late = """{ "mbox": "mailto:piper@larkfield.example" }""";
        await _office.SendAsync(
            StatementOffice.Statement(),
            StatementOffice.Statement(actor: late),
            StatementOffice.Statement(activity: "https://courses.larkfield.example/new"),
            StatementOffice.Statement("attended"));

        var list = (await _office.Portal.SendAs(Role.GovernanceOfficer, new ListStatementsQuery(new Paging(1, 25)))).Value;
        (list.Received, list.WithoutPerson, list.WithoutCourse, list.Page.Total).ShouldBe((4, 1, 1, 2));
        var row = list.Page.Items.Single(r => r.Who == "piper@larkfield.example");
        (row.Verb, row.Activity).ShouldBe(("passed", StatementOffice.Activity));
        row.Reason.ShouldStartWith("Nobody");

        var nothing = (await _office.Portal.SendAs(Role.GovernanceOfficer, new RetryStatementsCommand())).Value;
        nothing.ShouldBe(new RetriedStatements(2, 0));
        await _office.Portal.AddPersonAsync("Piper Yarrow", change: p => p.SetContact("piper@larkfield.example"));
        await _office.AddCourseAsync("New course", "https://courses.larkfield.example/new");
        var retried = (await _office.Portal.SendAs(Role.GovernanceOfficer, new RetryStatementsCommand())).Value;

        retried.ShouldBe(new RetriedStatements(2, 2));
        (await _office.CompletionsAsync()).Count.ShouldBe(3);
        (await _office.Training.CountAsync()).ShouldBe(new(2, 2));
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new ListStatementsQuery(new Paging(1, 25)))).Value.Page.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Looking_again_stays_within_the_reach_of_the_key_that_sent_it()
    {
        await _office.UseKeyAsync(_office.Portal.Logistics);
        await _office.SendAsync(StatementOffice.Statement());

        (await _office.Portal.SendAs(Role.GovernanceOfficer, new RetryStatementsCommand())).Value.Found.ShouldBe(0);

        (await _office.CompletionsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registration_whose_launch_waited_for_the_course_counts_afterwards()
    {
        await _office.Portal.InDb(db => db.Courses.ExecuteUpdateAsync(s => s.SetProperty(c => c.ActivityId, (string?)null)));
        await _office.SendAsync(StatementOffice.Sequence("cmi5-registration.json"));
        (await _office.CompletionsAsync()).ShouldBeEmpty();

        await _office.Portal.InDb(db => db.Courses.ExecuteUpdateAsync(s => s.SetProperty(c => c.ActivityId, StatementOffice.Activity)));
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new RetryStatementsCommand())).Error.ShouldBeNull();

        (await _office.CompletionsAsync()).Select(c => c.Result).ShouldBe([CompletionResult.Failed, CompletionResult.Passed]);
        (await _office.Portal.InDb(db => db.XapiStatements.CountAsync(s => s.Outcome != StatementOutcome.Resolved))).ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.Executive)]
    [InlineData(Role.TeamLead)]
    [InlineData(Role.HumanResources)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Others_do_not_see_them(Role role)
    {
        (await _office.Portal.SendAs(role, new ListStatementsQuery(new Paging(1, 25)))).Error.ShouldBe(AccessErrors.NoRole);
        (await _office.Portal.SendAs(role, new RetryStatementsCommand())).Error.ShouldBe(AccessErrors.NoRole);
    }

    [Fact]
    public async Task An_officer_of_a_part_does_not_see_them_either()
    {
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new ListStatementsQuery(new Paging(1, 25)), _office.Portal.Checkout)).Error.ShouldBe(AccessErrors.PartOfOrganisation);
        (await _office.Portal.SendAs(Role.GovernanceOfficer, new RetryStatementsCommand(), _office.Portal.Checkout)).Error.ShouldBe(AccessErrors.PartOfOrganisation);
    }

    [Fact]
    public void The_page_begins_with_what_waits_and_says_what_looking_again_found()
    {
        using var context = new BunitContext();
        var mediator = new Answers();
        context.Services.AddSingleton<IMediator>(mediator);
        var page = context.Render<StatementsPage>();

        page.WaitForAssertion(() => page.Find(".finding").TextContent.ShouldBe("Three statements have no effect: for 1 the person is unknown, for 2 the course."));
        page.Find("tbody th").TextContent.ShouldBe("piper@larkfield.example");
        mediator.Left = 0;
        page.Find("button").Click();

        page.WaitForAssertion(() => page.Find("[role=status]").TextContent.ShouldBe("Person and course are known now for 3 of 3 statements."));
        page.Find(".finding").TextContent.ShouldBe("Person and course of all 9 statements are known.");
        page.FindAll("table").ShouldBeEmpty();
    }

    private sealed class Answers : FakeMediator
    {
        public int Left { get; set; } = 3;

        public override Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) =>
            Task.FromResult((TResponse)(request is ListStatementsQuery ? List() : (Result<RetriedStatements>)new RetriedStatements(3, 3)));

        private object List()
        {
            IReadOnlyList<StatementRow> rows = Left == 0 ? [] : [new(Guid.Empty, DateTimeOffset.UnixEpoch, "piper@larkfield.example", "passed", StatementOffice.Activity, "Nobody.")];
            return (Result<StatementList>)new StatementList(9, Math.Min(Left, 1), Math.Max(0, Left - 1), new PageOf<StatementRow>(rows, Left, 1, 25));
        }
    }
}
