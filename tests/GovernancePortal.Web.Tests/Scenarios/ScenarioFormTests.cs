using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.CreateScenario;
using GovernancePortal.Web.Features.Scenarios.EditScenario;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Features.Scenarios.SetParameters;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>What is typed into the forms, and where they say what is wrong.</summary>
public sealed class ScenarioFormTests : BunitContext
{
    private static readonly ScenarioTitle Title = new(ScenarioId.New(), "Payments", null, "", ScenarioState.Current, ScenarioOrigin.Template, "", "Hannah", default, 0, 3, MayEdit: true);

    private readonly FakeMediator _mediator = new();

    public ScenarioFormTests()
    {
        Services.AddSingleton<IMediator>(_mediator);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void What_was_not_touched_is_sent_exactly_as_it_was()
    {
        _mediator.On<GetScenarioQuestionQuery>(_ => (Result<ScenarioQuestion>)new ScenarioQuestion(Title, new ScenarioFrame(36, 0.1 + 0.2, "GBP"), LevelCount.Of([]), [new("Thirds", 1.0 / 3, 1.0 / 3, 1.0 / 3)]));
        _mediator.On<ReviseScenarioCommand>(_ => (Result<ScenarioId>)Title.Id);
        var page = Render<EditScenarioPage>(p => p.Add(x => x.Id, Title.Id.Value));

        page.Find("[id='policies[0].externalVetters']").Change("2.5");
        page.FindAll("form")[1].Submit();

        var sent = _mediator.Requests.OfType<ReviseScenarioCommand>().ShouldHaveSingleItem();
        sent.Policies.ShouldHaveSingleItem().ShouldBe(new GovernancePortal.Domain.Scenarios.Policy("Thirds", 1.0 / 3, 1.0 / 3, 1.0 / 3) { ExternalVetters = 2.5 });
        (sent.Frame.AnnualRevenue, sent.Version, sent.Displaced.Count).ShouldBe((0.1 + 0.2, 3, 0));
    }

    [Fact]
    public void A_figure_that_is_none_is_told_at_its_policy_and_nothing_is_sent()
    {
        _mediator.On<GetScenarioQuestionQuery>(_ => (Result<ScenarioQuestion>)new ScenarioQuestion(Title, new ScenarioFrame(36, 1, "GBP"), LevelCount.Of([]), GovernancePortal.Domain.Scenarios.Policy.Defaults));
        var page = Render<EditScenarioPage>(p => p.Add(x => x.Id, Title.Id.Value));

        page.Find("[id='policies[1].layoffShare']").Change("all of them");
        page.FindAll("form")[1].Submit();

        page.Find("[role=alert]").TextContent.ShouldContain("“all of them” is not a number");
        page.Find("fieldset[id='policies[1]']").ClassList.ShouldContain("bad");
        page.Find("[id='policies[1].layoffShare']").GetAttribute("value").ShouldBe("all of them");
        _mediator.Requests.OfType<ReviseScenarioCommand>().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("uniform", new[] { "0.1", "0.3" })]
    [InlineData("triangular", new[] { "0.1", "0.2", "0.3" })]
    [InlineData("lognormal", new[] { "1,200.5", "0.6" })]
    [InlineData("bernoulli", new[] { "0.25" })]
    [InlineData("fixed", new[] { "1e-4" })]
    public void A_spread_is_typed_in_its_own_fields(string kind, string[] typed)
    {
        var form = new ParameterTyped(new Distribution.Fixed(9), "") { Kind = kind };
        foreach (var (index, text) in typed.Index()) form.Put(index, text);

        var faults = new List<FieldError>();
        var read = form.Read(faults);

        faults.ShouldBeEmpty();
        form.Labels.Count.ShouldBe(typed.Length);
        read.ShouldBe(kind switch
        {
            "uniform" => new Distribution.Uniform(0.1, 0.3),
            "triangular" => new Distribution.Triangular(0.1, 0.2, 0.3),
            "lognormal" => new Distribution.LogNormal(1200.5, 0.6),
            "bernoulli" => new Distribution.Bernoulli(0.25),
            _ => (Distribution)new Distribution.Fixed(0.0001),
        });
        var again = new ParameterTyped(read!, "");
        (again.Kind, again.Read(faults)).ShouldBe((kind, read));
        form.Put(0, "");
        form.Read(faults).ShouldBeNull();
        faults.ShouldHaveSingleItem().Field.ShouldBe("Value0");
    }

    [Fact]
    public void People_are_picked_from_the_list_and_sent_with_the_shares()
    {
        var (unit, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        _mediator.On<FindScenarioUnitsQuery>(_ => Found(new NamedChoice(unit, "Larkfield / Checkout")));
        _mediator.On<FindScenarioPeopleQuery>(_ => Found(new NamedChoice(person, "Ada Lovelace, E-1")));
        _mediator.On<BuildScenarioCommand>(_ => (Result<ScenarioId>)Title.Id);
        var form = Render<FromUnitForm>();

        form.Find("form").Submit();
        form.Find("[role=alert]").TextContent.ShouldContain("Choose a unit of the list.");
        form.Find("#People").Input("Somebody else");
        form.FindAll("button").First(b => b.TextContent == "Add to the list").Click();
        form.Find("[role=alert]").TextContent.ShouldContain("Choose a person of the list");

        form.Find("#Name").Change("Checkout");
        form.Find("#UnitId").Input("Larkfield / Checkout");
        form.Find("#annualRevenue").Change("9,000,000");
        form.Find("#ShareMid").Change("25%");
        form.Find("#People").Input("Ada Lovelace, E-1");
        form.FindAll("button").First(b => b.TextContent == "Add to the list").Click();
        form.Find("form").Submit();

        var sent = _mediator.Requests.OfType<BuildScenarioCommand>().ShouldHaveSingleItem();
        (sent.Name, sent.UnitId.Value, sent.Frame).ShouldBe(("Checkout", unit, new ScenarioFrame(36, 9_000_000, "GBP")));
        sent.Displaced.People.ShouldBe([new PersonId(person)]);
        sent.Displaced.Shares.ShouldHaveSingleItem().ShouldBe(new(Level.Mid, 0.25));
        Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith($"scenarios/{Title.Id}/edit");
    }

    private static Result<IReadOnlyList<NamedChoice>> Found(params NamedChoice[] choices) => choices;
}
