using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

public sealed class ScenarioFindingTests
{
    private static readonly ScenarioOutcome Outcome = ScenarioModel.Evaluate(Firms.Of400);

    private static readonly Driver Judged = new(Parameter.FlexBackShare, 0.7, 0.45);

    [Fact]
    public void The_answer_names_the_best_policy_even_where_the_verdict_points_elsewhere()
    {
        var finding = Finding(Firms.Chance([0.754, 0.036, 0.008, 0.202], [0, -215_000, -303_000, -89_000], Firms.Contest(0.217, -88_000, -143_000)));

        finding.Headline.ShouldBe("Doing nothing is best in 75% of 2,000 draws, on average by $89k over Hybrid. Cutting beats moving in 78%.");
        finding.VerdictLine.ShouldBe("Leans Cut, within sampling error of “Cut favoured”");
    }

    [Fact]
    public void A_policy_that_wins_most_draws_and_less_money_says_so()
    {
        var finding = Finding(Firms.Chance([0.44, 0.2, 0.06, 0.3], [0, -5, -9, 1_450_000], Firms.Contest(0.3, -4, -4)));

        finding.Headline.ShouldStartWith("Doing nothing is most often best, in 44% of 2,000 draws, yet Hybrid is worth $1.45M more on average.");
    }

    [Fact]
    public void Mean_and_median_of_different_sign_are_in_the_headline()
    {
        var finding = Finding(Firms.Chance([0.1, 0.2, 0.6, 0.1], [0, 10, 90, 5], Firms.Contest(0.47, 1_470_000, -480_000)));

        finding.Headline.ShouldEndWith("Cutting beats moving in 53%. Mean and median differ in sign: on average moving is ahead of cutting by $1.47M, in the middle draw behind by $480k.");
    }

    [Fact]
    public void The_best_policy_against_the_first_is_looked_at_for_its_sign_too()
    {
        var chance = Firms.Chance([0.1, 0.2, 0.1, 0.6], [0, 10, -90, 5000], Firms.Contest(0.3, -4, -4));
        chance = chance with { Policies = [.. chance.Policies.Select(p => p.Name == "Hybrid" ? p with { VsFirst = new(5000, -9000, -6000, -2000, 1, 90_000) } : p)] };

        Finding(chance).Headline.ShouldEndWith("on average Hybrid is ahead of doing nothing by $5k, in the middle draw behind by $2k.");
        Finding(chance).IsPartlyInsurance.ShouldBeTrue();
    }

    [Fact]
    public void Certainty_is_told_as_certainty()
    {
        Finding(Firms.Chance([0, 1, 0, 0], [0, 10_000, -20_000, 4_000], Firms.Contest(0, -30_000, -30_000))).Headline
            .ShouldBe("Cutting is best in all 2,000 draws, on average by $6k over Hybrid. Cutting beats moving in every one.");
        Finding(Firms.Chance([0.5, 0.5, 0, 0], [0, 10, -20, -4], null)).Headline.ShouldBe("Doing nothing and cutting are best equally often, each in 50% of 2,000 draws.");
    }

    [Fact]
    public void Nobody_and_nobody_displaced_are_told_as_no_difference()
    {
        var nobody = Firms.Of400 with { Staff = [] };
        new ScenarioFinding(nobody, ScenarioModel.Evaluate(nobody), MonteCarlo.Run(nobody, 10, 1)).Headline.ShouldBe("There is nobody in this scenario, so every policy comes to nothing.");

        var kept = Firms.Of400 with { Staff = [.. Firms.Of400.Staff.Select(c => c with { IsDisplaced = false })] };
        var finding = new ScenarioFinding(kept, ScenarioModel.Evaluate(kept), MonteCarlo.Run(kept, 10, 1));
        finding.Headline.ShouldBe("There is no difference between the policies in any draw.");
        (finding.VerdictLine, finding.IsPartlyInsurance).ShouldBe((Verdict.NoDifference, false));
    }

    [Fact]
    public void Judgement_above_half_has_a_sentence_of_its_own()
    {
        var finding = Finding(Firms.Chance([1, 0, 0, 0], [0, 1, 1, 1], null, Judged, new(Parameter.ValueToCost, 0.4, 0.16), new(Parameter.IncidentCostPerHour, 0.3, 0.39)));

        finding.RestsMostlyOnJudgement.ShouldBeTrue();
        finding.RestsOn.ShouldBe("This result rests mostly on judgement. 61% of the explained difference comes from parameters without a usable source, most of it from one: the use of idle new-role time.");
    }

    [Fact]
    public void Below_half_the_strongest_parameter_is_named_with_what_it_rests_on()
    {
        var finding = Finding(Firms.Chance([1, 0, 0, 0], [0, 1, 1, 1], null, new(Parameter.IncidentCostPerHour, 0.8, 0.6), new(Parameter.FlexBackShare, 0.4, 0.4)));

        finding.RestsMostlyOnJudgement.ShouldBeFalse();
        finding.RestsOn.ShouldBe("40% of the explained difference comes from judgement. The strongest of all parameters is “cost of a severe incident hour” (your own figures), with 60%.");
        Finding(Firms.Chance([1, 0, 0, 0], [0, 1, 1, 1], null)).RestsOn.ShouldBeNull();
    }

    [Fact]
    public void A_best_policy_that_changes_with_the_horizon_is_told()
    {
        // The less the work is worth, the sooner a cut has paid back what it costs; somewhere between it does so only after the first year.
        var input = Enumerable.Range(0, 30).Select(i => Firms.Of400.With((Parameter.ValueToCost, new Distribution.Fixed(1 - (i * 0.02))))).First(i => ScenarioModel.Evaluate(i).BestDependsOnHorizon);
        var outcome = ScenarioModel.Evaluate(input);

        var note = new ScenarioFinding(input, outcome, Firms.Chance([1, 0, 0, 0], [0, 1, 1, 1], null)).HorizonNote!;

        note.ShouldStartWith("The best policy changes with the horizon: ");
        foreach (var horizon in outcome.ByHorizon) note.ShouldContain($"{PolicyWords.Act(Policy.Defaults.First(p => p.Name == horizon.Best))} after {horizon.Months} months");
        (Finding(Firms.Chance([1, 0, 0, 0], [0, 1, 1, 1], null)).HorizonNote is null).ShouldBe(!Outcome.BestDependsOnHorizon);
    }

    [Fact]
    public void A_horizon_shorter_than_notice_or_training_is_warned_of()
    {
        var brief = Firms.Of400 with { HorizonMonths = 1 };

        Warnings(brief).Count.ShouldBe(2);
        Warnings(brief)[0].ShouldStartWith("The horizon of 1 month is shorter than the notice of 2 months:");
        Warnings(brief)[1].ShouldContain("training of 2 months");
        Warnings(brief with { Policies = [Policy.Defaults[0], Policy.Defaults[2]] }).Count.ShouldBe(1);
        Warnings(brief with { HorizonMonths = 2 }).ShouldBeEmpty();

        static IReadOnlyList<string> Warnings(ScenarioInput input) => new ScenarioFinding(input, Outcome, Firms.Chance([1, 0, 0, 0], [0, 1, 1, 1], null)).Warnings;
    }

    private static ScenarioFinding Finding(MonteCarloResult chance) => new(Firms.Of400, Outcome, chance);
}
