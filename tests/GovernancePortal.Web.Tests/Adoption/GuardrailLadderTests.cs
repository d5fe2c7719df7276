using Bunit;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.GetTarget;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Overview.Home;

namespace GovernancePortal.Web.Tests.Adoption;

public sealed class GuardrailLadderTests : BunitContext
{
    [Fact]
    public void What_blocks_stands_on_top_then_what_is_watched_then_what_holds()
    {
        var ladder = Render<GuardrailLadder>(p => p
            .Add(l => l.State, TargetState.Paused)
            .Add(l => l.Guardrails, [
                Guardrail(GuardrailType.SeniorSignOff, GuardrailStatus.Pass, holds: true, 1),
                Guardrail(GuardrailType.HallucinationRate, GuardrailStatus.Unknown, holds: false, null, GuardrailMode.Warn),
                Guardrail(GuardrailType.KbFreshness, GuardrailStatus.Fail, holds: false, 0.72),
            ]));

        ladder.FindAll("li.group").Select(g => g.TextContent).ShouldBe(["Block the restart", "To watch, do not block", "Hold"]);
        ladder.FindAll("h3").Select(h => h.TextContent).ShouldBe(["Knowledge-base freshness fails", "Wrong answers no data", "Senior sign-off holds"]);
        ladder.FindAll(".rung .val").Select(v => v.TextContent).ShouldBe(["72%fails under 80%", "–fails over 8%", "100%fails under 98%"]);
    }

    [Fact]
    public void No_data_is_called_failing_and_a_passing_value_that_has_not_cleared_is_not_called_holding()
    {
        var noData = Render<GuardrailRung>(p => p.Add(r => r.Guardrail, Guardrail(GuardrailType.KbFreshness, GuardrailStatus.Unknown, holds: false, null)));
        var clearing = Render<GuardrailRung>(p => p.Add(r => r.Guardrail, Guardrail(GuardrailType.KbFreshness, GuardrailStatus.Pass, holds: false, 0.95)));

        noData.Markup.ShouldContain("Counts as failing.");
        noData.FindAll(".dot").ShouldBeEmpty("there is no value to place");
        clearing.Find("h3").TextContent.ShouldBe("Knowledge-base freshness clearing");
        clearing.Markup.ShouldContain("Holds after 2 evaluations in a row.");
    }

    [Theory]
    [InlineData(GuardrailType.LiteracyCoverage, true, "literacy/missing?unit=")]
    [InlineData(GuardrailType.LiteracyCoverage, false, "literacy?unit=")]
    [InlineData(GuardrailType.SeniorSignOff, false, "figures/SeniorSignOff")]
    [InlineData(GuardrailType.IncidentErrorBudget, false, "figures/IncidentErrorBudget")]
    [InlineData(GuardrailType.IncidentBurnRate, false, "figures/IncidentBurnRate")]
    [InlineData(GuardrailType.IncidentBurnRate, true, "incidents?unit=", "figures/IncidentBurnRate")]
    [InlineData(GuardrailType.KbFreshness, true, "knowledge?unit=", "figures/KbFreshness")]
    [InlineData(GuardrailType.ChangeFailureRate, false, "figures/ChangeFailureRate")]
    [InlineData(GuardrailType.ChangeFailureRate, true, "figures/ChangeFailureRate", "delivery?unit=")]
    [InlineData(GuardrailType.ReworkRate, false, "figures/ReworkRate", "friction?unit=")]
    [InlineData(GuardrailType.HallucinationRate, false, "figures/HallucinationRate", "friction?unit=")]
    [InlineData(GuardrailType.KbFreshness, false, "figures/KbFreshness")]
    [InlineData(GuardrailType.UnsupervisedProductionAccess, false, "tools?unit=", "figures/UnsupervisedProductionAccess")]
    [InlineData(GuardrailType.ReviewerUtilisation, false, "figures/ReviewerUtilisation")]
    [InlineData(GuardrailType.NamedOwner, false, "#terms")]
    [InlineData(GuardrailType.OutcomeNotWorse, false, "figures/OutcomeNotWorse")]
    public void Every_value_leads_to_the_rows_behind_it(GuardrailType type, bool sees, params string[] ways)
    {
        var options = new TargetOptions(false, false, false, false, false, false, false, false, false, SeeMissing: sees, SeeDelivery: sees, SeeIncidents: sees, SeePages: sees);
        var rung = Render<GuardrailRung>(p => p.Add(r => r.Guardrail, Guardrail(type, GuardrailStatus.Pass, holds: true, 1)).Add(r => r.Options, options));

        rung.Find(".val a").GetAttribute("href")!.ShouldContain(ways[0]);
        var links = rung.FindAll(".rows-behind a").Select(a => a.GetAttribute("href")!).ToArray();
        foreach (var way in ways) links.ShouldContain(l => l.Contains(way));
    }

    [Fact]
    public void Every_type_has_a_way_to_its_rows() => Enum.GetValues<GuardrailType>().ShouldAllBe(t => RowsBehind.Of(t, Guid.Empty, Guid.Empty, null).Count > 0);

    [Fact]
    public void The_chart_speaks_its_finding_and_shows_paused_units_by_shape()
    {
        var chart = Render<UnitChart>(p => p.Add(c => c.Points, [
            new UnitPoint(AdoptionTargetId.New(), "Checkout", 38, new UseReading(0.71, UseShown.Yes), 5, 7, TargetState.Paused, Waived: null),
            new UnitPoint(AdoptionTargetId.New(), "Property", 8, new UseReading(0.18, UseShown.Yes), 7, 7, TargetState.Active, Waived: null),
        ]));

        chart.FindAll("svg[role=img]").Count.ShouldBe(2);
        chart.Find("svg.wide").GetAttribute("aria-label")!.ShouldContain("One unit is used ahead of its guardrails: Checkout.");
        chart.FindAll("svg.wide rect.sp").Count.ShouldBe(1);
        chart.FindAll("svg.wide circle").Count.ShouldBe(1);
        chart.Find("svg.wide").TextContent.ShouldContain("Used ahead of the guardrails: 1 unit");
    }

    private static TargetGuardrail Guardrail(GuardrailType type, GuardrailStatus status, bool holds, double? value, GuardrailMode mode = GuardrailMode.Block)
    {
        var d = GuardrailCatalogue.Of(type);
        var s = d.Defaults;
        return new TargetGuardrail(
            type.ToString(), type, d.Name, d.Meaning, d.Formula, d.Unit, mode, s.Direction, s.Enter, s.Exit, s.BreachAfter, s.ClearAfter, s.MinSample, 14, status, holds, value, 100, 0, "Words.", WaivedUntil: null);
    }
}
