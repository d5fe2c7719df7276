using Bunit;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.GetScenarioRun;
using GovernancePortal.Web.Features.Scenarios.GetSideBySide;
using GovernancePortal.Web.Features.Scenarios.GetWhatIf;
using GovernancePortal.Web.Features.Scenarios.KeepWhatIf;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Features.Scenarios.RunScenario;
using GovernancePortal.Web.Tests.Platform;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>The pages of a scenario as they are drawn.</summary>
public sealed class ComparisonPageTests : BunitContext
{
    private static readonly ScenarioReport Report = ScenarioReport.Of(ScenarioDesk.Input, draws: 400, seed: 7);

    private readonly FakeMediator _mediator = new();
    private readonly ScenarioTitle _title = new(ScenarioId.New(), "Payments platform", null, "Larkfield / Checkout", ScenarioState.Current, ScenarioOrigin.Organisation, "", "Ada Lovelace", DateTimeOffset.UnixEpoch, 2, 5, MayEdit: true);

    public ComparisonPageTests()
    {
        Services.AddSingleton<IMediator>(_mediator);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private Guid Id => _title.Id.Value;

    [Fact]
    public void The_answer_stands_first_and_every_part_of_it_below()
    {
        Answer(_title, Run(2));

        var page = Render<ScenarioPage>(p => p.Add(x => x.Id, Id));

        var finding = new ScenarioFinding(ScenarioDesk.Input, Report.Outcome, Report.MonteCarlo);
        Text(page.Find(".finding").TextContent).ShouldBe(finding.Headline);
        Text(page.Find(".caveat").TextContent).ShouldStartWith(finding.RestsOn!);
        page.Find(".meta").TextContent.ShouldContain(finding.VerdictLine!);
        page.FindAll(".finding a.fig").ShouldAllBe(a => a.GetAttribute("href") == $"scenarios/{Id}#gain");
        page.FindAll("section h2").Select(h => h.TextContent).ShouldBe(
        [
            "Gain or loss of each policy", "Right size", "Cash over time", "What would change the answer", "What it rests on", "Work, people and incidents", "How far one looks ahead", "Against what others found",
            "Limits of this model", "This run",
        ]);
        // Every picture has its table.
        page.FindAll("figure").Count.ShouldBeGreaterThanOrEqualTo(6);
        page.FindAll("figure").ShouldAllBe(f => f.NextElementSibling!.ClassName == "twin");
        page.FindAll("svg.chart").ShouldAllBe(s => s.GetAttribute("role") == "img" && s.GetAttribute("aria-label")!.Length > 20);
        page.Markup.ShouldNotContain("style=");
        page.Markup.ShouldNotContain("131,313");
        page.Markup.ShouldNotContain("NaN");
    }

    [Fact]
    public void Without_a_run_the_page_offers_one_and_shows_it()
    {
        Answer(_title with { LastRun = 0 }, null);
        var page = Render<ScenarioPage>(p => p.Add(x => x.Id, Id));
        page.Find(".finding").TextContent.ShouldContain("has not been run");
        page.FindAll("section").ShouldBeEmpty();

        _mediator.On<RunScenarioCommand>(_ => (Result<int>)1);
        Answer(_title, Run(1));
        page.Find(".actions button.primary").Click();

        page.WaitForAssertion(() => page.FindAll("section h2").Count.ShouldBeGreaterThan(5));
        _mediator.Requests.OfType<RunScenarioCommand>().Single().Id.ShouldBe(_title.Id);
    }

    [Fact]
    public void A_reader_can_neither_run_nor_keep()
    {
        Answer(_title with { MayEdit = false, LastRun = 0 }, null);

        var page = Render<ScenarioPage>(p => p.Add(x => x.Id, Id));

        page.Find(".finding").TextContent.ShouldContain("Human Resources runs it");
        page.FindAll(".actions button").ShouldBeEmpty();
    }

    [Fact]
    public void An_older_run_says_so()
    {
        Answer(_title, Run(1));

        var page = Render<ScenarioPage>(p => p.Add(x => x.Id, Id).Add(x => x.Number, 1));

        page.Find("h1").TextContent.ShouldContain("Run 1 of 2");
        page.Find(".note a").GetAttribute("href").ShouldBe($"scenarios/{Id}");
        _mediator.Requests.OfType<GetScenarioRunQuery>().Single().Number.ShouldBe(1);
    }

    [Fact]
    public void What_may_not_be_seen_is_said_instead()
    {
        _mediator.On<GetScenarioRunQuery>(_ => (Result<ScenarioWithRun>)ScenarioErrors.FewPeople);

        var page = Render<ScenarioPage>(p => p.Add(x => x.Id, Id));

        page.Find(".finding").TextContent.ShouldContain("only Human Resources may see it");
        page.FindAll("section").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moved_slider_is_answered_at_once_and_the_draws_follow()
    {
        var model = new WhatIf(ScenarioDesk.Input);
        _mediator.On<GetWhatIfQuery>(_ => (Result<WhatIfStart>)new WhatIfStart(_title, model));
        var page = Render<WhatIfPage>(p => p.Add(x => x.Id, Id));
        page.WaitForAssertion(() => page.FindAll("svg.wide g.row").Count.ShouldBe(4), TimeSpan.FromSeconds(20));
        page.FindAll(".levers input[type=range]").Count.ShouldBe(WhatIf.MostLevers);
        page.FindAll(".faded").ShouldBeEmpty();
        var lever = model.Levers[0];
        var key = ModelParameters.Of(lever.Parameter).Key;
        var was = page.Find("svg.wide path.expected").GetAttribute("d");

        await page.InvokeAsync(() => page.Find($"#lever-{key}").Input("100"));

        // The answer without chance is there in the same breath; the bands are still those of before, and faded.
        var settings = WhatIfSettings.None.With(lever.Parameter, lever.High);
        var expected = model.Evaluate(settings);
        Text(page.Find(".compare tbody").TextContent).ShouldContain(ScenarioFigures.WithSign(expected.Policies[2].NpvVsFirst, "GBP"));
        page.FindAll(".faded").ShouldNotBeEmpty();
        page.Find(".answers .say").TextContent.ShouldBe("The draws are being worked out.");
        page.WaitForAssertion(() => page.FindAll(".faded").ShouldBeEmpty(), TimeSpan.FromSeconds(20));
        page.Find("svg.wide path.expected").GetAttribute("d").ShouldNotBe(was);
        var chance = model.Run(settings, MonteCarlo.InteractiveDraws, ScenarioRun.DefaultSeed, default);
        page.Find(".answers .say").TextContent.ShouldBe(new ScenarioFinding(model.Shown(settings), expected, chance).Headline);
        page.Find(".head .actions a").GetAttribute("href")!.ShouldContain($"set={key}%3A");

        page.Find(".lever.moved button").Click();
        page.FindAll(".lever.moved").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mix_of_ones_own_is_a_fifth_policy_whose_shares_give_way()
    {
        _mediator.On<GetWhatIfQuery>(_ => (Result<WhatIfStart>)new WhatIfStart(_title, new WhatIf(ScenarioDesk.Input)));
        var page = Render<WhatIfPage>(p => p.Add(x => x.Id, Id));

        // The draws may come in between finding and pressing; both are one step of the page's own.
        await page.InvokeAsync(() => page.FindAll(".levers button")[^1].Click());
        await page.InvokeAsync(() => page.Find("#mix-cut").Input("50"));

        page.FindAll(".compare tbody tr").Count.ShouldBe(5);
        page.Find(".compare tbody tr:last-child th").TextContent.ShouldContain("Cut 4, move 2, attrition 2");
        page.WaitForAssertion(() => page.FindAll("svg.wide g.row").Count.ShouldBe(5), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_was_tried_is_kept_with_a_reason_and_leads_to_its_run()
    {
        _mediator.On<GetWhatIfQuery>(_ => (Result<WhatIfStart>)new WhatIfStart(_title, new WhatIf(ScenarioDesk.Input)));
        _mediator.On<KeepWhatIfCommand>(c => c.Reason.Length == 0 ? (Result<int>)new Error("request.invalid", "Say why.", ErrorKind.Invalid) { Fields = [new("Reason", "Say why.")] } : 3);
        var page = Render<WhatIfPage>(p => p.Add(x => x.Id, Id));
        page.FindAll("form.keep").ShouldBeEmpty();
        await page.InvokeAsync(() => page.FindAll(".levers input[type=range]")[0].Input("10"));
        // Once the draws are in, nothing draws the page anew by itself.
        page.WaitForAssertion(() => page.FindAll("svg.wide g.row").Count.ShouldBe(4), TimeSpan.FromSeconds(20));

        page.Find("form.keep").Submit();
        page.WaitForAssertion(() => page.Find("#keep-Reason-err").TextContent.ShouldBe("Say why."));
        page.Find("#keep-Reason").Change("Pilot");
        page.Find("form.keep").Submit();

        var kept = _mediator.Requests.OfType<KeepWhatIfCommand>().ToList()[^1];
        (kept.Id, kept.Version, kept.Reason, kept.Settings.Values.Count).ShouldBe((_title.Id, 5, "Pilot", 1));
        Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith($"scenarios/{Id}/runs/3");
    }

    [Fact]
    public void A_link_that_holds_nonsense_says_that_it_was_left_out()
    {
        _mediator.On<GetWhatIfQuery>(_ => (Result<WhatIfStart>)new WhatIfStart(_title, new WhatIf(ScenarioDesk.Input)));
        Services.GetRequiredService<NavigationManager>().NavigateTo($"scenarios/{Id}/what-if?set=<b>:1;flexBackShare:0.9&own=200;1;1");

        var page = Render<WhatIfPage>(p => p.Add(x => x.Id, Id));

        page.Find(".caveat").TextContent.ShouldContain("left out");
        page.FindAll(".lever.moved").Count.ShouldBe(1);
    }

    [Fact]
    public void Side_by_side_both_have_one_scale_and_what_differs_is_told()
    {
        var longer = ScenarioDesk.Input with { HorizonMonths = 36 };
        var (left, right) = (Run(1), Run(1) with { Input = longer, Report = ScenarioReport.Of(longer, 400, 7) });
        _mediator.On<GetSideBySideQuery>(q => (Result<SideBySide>)new SideBySide(q.Left is null ? null : new(_title, left), q.Right is null ? null : new(_title with { Name = "Three years" }, right), [new(_title.Id, "Payments platform")]));
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"scenarios/side-by-side?left={Id}&leftRun=1&right={Id}");

        var page = Render<SideBySidePage>();

        page.FindAll(".cols h3").Select(h => h.TextContent).ShouldBe(["Payments platform", "Three years"]);
        page.FindAll("#differs, section").ShouldNotBeEmpty();
        page.Markup.ShouldContain("Horizon: 36 months, was 12.");
        var axes = page.FindAll("svg.wide").Select(s => string.Join(' ', s.QuerySelectorAll("line.grid, line.zero").Select(l => l.GetAttribute("x1")))).ToList();
        axes.Count.ShouldBe(2);
        axes[0].ShouldBe(axes[1]);
        _mediator.Requests.OfType<GetSideBySideQuery>().Single().ShouldBe(new(_title.Id, 1, _title.Id, null));
    }

    [Fact]
    public void Side_by_side_without_a_choice_asks_for_one()
    {
        _mediator.On<GetSideBySideQuery>(_ => (Result<SideBySide>)new SideBySide(null, null, [new(_title.Id, "Payments platform")]));
        var page = Render<SideBySidePage>();
        page.Find(".finding").TextContent.ShouldBe("Choose two scenarios that have been run.");

        page.Find("#left").Change($"{Id}");
        page.Find("form").Submit();

        Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith($"scenarios/side-by-side?left={Id}");
    }

    private void Answer(ScenarioTitle title, ScenarioRunView? run) => _mediator.On<GetScenarioRunQuery>(_ => (Result<ScenarioWithRun>)new ScenarioWithRun(title, run));

    private static ScenarioRunView Run(int number) =>
        new(number, DateTimeOffset.UnixEpoch, "Ada Lovelace", ScenarioModel.Version, 400, 7, ["First run."], ScenarioDesk.Input, true, new Dictionary<string, string>(), Report);

    private static string Text(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " ", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();
}
