using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Features.Literacy.LogSession;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Literacy;

public sealed class LogSessionPageTests : BunitContext
{
    private static readonly SessionUnit Payments = new(UnitId.New(), "Payments", 2);
    private static readonly CourseChoice Agents = new(CourseId.New(), "Agents", ["2", "1"]);
    private static readonly SessionPerson Ada = new(PersonId.New(), "Ada Lovelace", "E1", IsContractor: false, Lacks: true, GraceUntil: null);
    private static readonly SessionPerson Teal = new(PersonId.New(), "Teal Hawthorn", "E2", IsContractor: true, Lacks: false, GraceUntil: null);

    private readonly FakeMediator _mediator = new();

    public LogSessionPageTests()
    {
        _mediator
            .On<GetSessionFormQuery>(_ => (Result<SessionForm>)new SessionForm(new DateOnly(2026, 11, 23), [Payments], [Agents]))
            .On<GetSessionPeopleQuery>(_ => (Result<SessionPeople>)new SessionPeople([Ada, Teal], 2))
            .On<PreviewSessionQuery>(q => (Result<SessionEffect>)new SessionEffect(2, 1, 1 + q.People.Count, q.People.Count, 0, 0, 0, ValidUntil: null, Needed: 0.9))
            .On<LogSessionCommand>(c => (Result<LoggedSession>)new LoggedSession(TrainingSessionId.New(), c.People.Count, 0));
        Services.AddSingleton<IMediator>(_mediator);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Nothing_is_saved_before_somebody_is_ticked_and_the_effect_is_told_first()
    {
        var page = Render<LogSessionPage>();
        page.Find("button[type=submit]").HasAttribute("disabled").ShouldBeTrue();

        Button(page, "Tick the 1 missing").Click();

        page.Find(".sum .say").TextContent.ShouldBe("Literacy rises from 50% to 100%, above the 90% the target needs.");
        page.Find("button[type=submit]").TextContent.ShouldBe("Save for 1 person");
        page.Find("form").Submit();
        var sent = _mediator.Requests.OfType<LogSessionCommand>().Single();
        (sent.CourseVersion, sent.HeldOn, sent.Result).ShouldBe(("2", new DateOnly(2026, 11, 23), CompletionResult.Passed));
        sent.People.ShouldBe([Ada.Id]);
    }

    [Fact]
    public void What_was_pasted_and_matches_nobody_is_told_with_the_likely_person()
    {
        _mediator.On<MatchPeopleQuery>(_ => (Result<PastedPeople>)new PastedPeople([Ada], [new("teal@exmaple.org", Teal, IsAmbiguous: false), new("nobody", null, IsAmbiguous: false)], ["E1"]));
        var page = Render<LogSessionPage>();

        Button(page, "Paste a list").Click();
        page.Find("#people-paste").Input("E1\nteal@exmaple.org\nnobody\nE1");
        Button(page, "Match the list").Click();

        page.Find(".note.fails").TextContent.ShouldContain("Two of the 4 pasted lines did not match; the others are ticked");
        page.FindAll(".unmatched li")[1].TextContent.ShouldContain("nobody you lead has this");
        page.Find(".note.watch").TextContent.ShouldContain("Listed twice and taken once: E1");
        Button(page, "Did you mean Teal Hawthorn?").Click();
        page.FindAll(".people input").Count(i => i.HasAttribute("checked")).ShouldBe(2);
        page.FindAll(".unmatched li").Count.ShouldBe(1);
    }

    [Fact]
    public void A_refusal_stands_at_its_field_and_loses_nothing()
    {
        _mediator.On<LogSessionCommand>(_ =>
            (Result<LoggedSession>)new Error("request.invalid", "This day has not come yet.", ErrorKind.Invalid) { Fields = [new FieldError("HeldOn", "This day has not come yet.")] });
        var page = Render<LogSessionPage>();
        Button(page, "Tick all 2").Click();
        page.Find("#instructor").Change("Dr Grey");

        page.Find("form").Submit();

        page.Find("[role=alert] label[for=date]").TextContent.ShouldBe("This day has not come yet.");
        page.Find("#date").ParentElement!.ClassList.ShouldContain("bad");
        page.Find("#instructor").GetAttribute("value").ShouldBe("Dr Grey");
        page.FindAll(".people input").Count(i => i.HasAttribute("checked")).ShouldBe(2);
    }

    [Fact]
    public void A_score_that_is_no_number_is_told_without_asking_the_server()
    {
        var page = Render<LogSessionPage>();
        Button(page, "Tick all 2").Click();
        page.Find("#score").Change("very good");

        page.Find("form").Submit();

        page.Find("[role=alert]").TextContent.ShouldContain("A score is a number between 0 and 100.");
        _mediator.Requests.OfType<LogSessionCommand>().ShouldBeEmpty();
    }

    [Fact]
    public void Undo_brings_the_ticks_back()
    {
        _mediator.On<UndoSessionCommand>(_ => (Result<int>)2);
        var page = Render<LogSessionPage>();
        Button(page, "Tick all 2").Click();
        page.Find("form").Submit();
        page.Find(".saved").TextContent.ShouldContain("Saved for 2 people.");
        page.FindAll(".people input").Count(i => i.HasAttribute("checked")).ShouldBe(0);

        Button(page, "Undo").Click();

        page.FindAll(".saved").ShouldBeEmpty();
        page.FindAll(".people input").Count(i => i.HasAttribute("checked")).ShouldBe(2);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<LogSessionPage> page, string text) =>
        page.FindAll("button").First(b => b.TextContent.StartsWith(text, StringComparison.Ordinal));
}
