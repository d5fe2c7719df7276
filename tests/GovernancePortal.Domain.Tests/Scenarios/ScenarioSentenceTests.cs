using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

public sealed class ScenarioSentenceTests
{
    [Theory]
    [InlineData(-88_000, "−$88k", "−$88,000")]
    [InlineData(1_447_900, "+$1.45M", "$1,447,900")]
    [InlineData(12_340_000, "+$12.3M", "$12,340,000")]
    [InlineData(999_700, "+$1M", "$999,700")]
    [InlineData(999.6, "+$1k", "$1,000")]
    [InlineData(2_500_000_000, "+$2.5bn", "$2,500,000,000")]
    [InlineData(0.2, "$0", "$0")]
    [InlineData(-0.2, "$0", "$0")]
    [InlineData(950, "+$950", "$950")]
    public void Money_has_three_figures_or_all(double amount, string withSign, string exact)
    {
        ScenarioFigures.WithSign(amount, "USD").ShouldBe(withSign);
        ScenarioFigures.Exact(amount, "USD").ShouldBe(exact);
    }

    [Fact]
    public void Currencies_have_their_sign_or_their_code()
    {
        ScenarioFigures.Money(-5_000, "EUR").ShouldBe("−€5k");
        ScenarioFigures.Money(5_000, "GBP").ShouldBe("£5k");
        ScenarioFigures.Money(5_000, "chf").ShouldBe("CHF 5k");
    }

    [Theory]
    [InlineData(Parameter.FlexBackShare, 0.2236, "22%")]
    [InlineData(Parameter.CoreVetTimeShare, 0.0264, "2.6%")]
    [InlineData(Parameter.IncidentProbPerChange, 0.0003, "0.03%")]
    [InlineData(Parameter.UpliftPerAdopter, -0.15, "−15%")]
    [InlineData(Parameter.AiRiskMultiplier, 2.813, "2.81×")]
    [InlineData(Parameter.IncidentCostPerHour, 69_533, "$70k")]
    [InlineData(Parameter.AdviceIncidentRate, 0.00044, "0.00044")]
    [InlineData(Parameter.TrainingMonths, 1, "1 month")]
    [InlineData(Parameter.VetHoursPerChange, 1.5, "1.5 h")]
    public void Values_have_the_unit_of_their_parameter(Parameter parameter, double value, string text) => ParameterWords.Value(parameter, value, "USD").ShouldBe(text);

    [Fact]
    public void Every_parameter_has_a_name_that_fits_beside_a_bar()
    {
        foreach (var parameter in Enum.GetValues<Parameter>()) ParameterWords.Name(parameter).Length.ShouldBeInRange(3, 40);
        Enum.GetValues<Parameter>().Select(ParameterWords.Name).Distinct().Count().ShouldBe(ModelParameters.All.Count);
    }

    [Fact]
    public void Policies_are_called_by_what_they_do()
    {
        PolicyWords.Title(Policy.Defaults[3], 3).ShouldBe("Move 1.8, attrition 1.2");
        PolicyWords.Title(new("Both", 0.25, 0.5, 0) { ExternalVetters = 2 }, 40).ShouldBe("Cut 10, move 20, hire 2 vetters");
        PolicyWords.Title(Policy.Defaults[0], 3).ShouldBe("Do nothing");
        Policy.Defaults.Select(PolicyWords.ActFirst).ShouldBe(["Doing nothing", "Cutting", "Moving", "Hybrid"]);
    }

    [Fact]
    public void Gains_are_told_against_the_first_policy()
    {
        Gain([0, -1, -1, -1]).ShouldBe("No policy is worth more than doing nothing on average. Moving costs $88k more than cutting on average, and beats it in 22% of draws.");
        Gain([0, 5, 5, 5]).ShouldStartWith("All 3 other policies are worth more than doing nothing on average.");
        Gain([0, -5, 5, 5]).ShouldStartWith("On average moving and Hybrid are worth more than doing nothing; the others are not.");

        static string Gain(double[] means) => ScenarioSentences.Gain(Firms.Of400, Firms.Chance([1, 0, 0, 0], means, Firms.Contest(0.217, -88_000, -143_000)));
    }

    [Fact]
    public void The_mix_says_how_many_and_who_would_stand_idle()
    {
        var outcome = ScenarioModel.Evaluate(Firms.Of400);
        var npv = outcome.Policies[0].Npv;

        var text = ScenarioSentences.Mix(Firms.Of400, outcome, new(npv + 59_000, 0, 0.25, 0.75));

        text.ShouldStartWith("The best mix found moves 10 and lets attrition close 30 of the 40 positions: +$59k against doing nothing. With 40 moved, ");
        var end = outcome.Policies[2].Months[^1];
        text.ShouldEndWith($"{ScenarioFigures.People(end.NewRoleIdle)} of {ScenarioFigures.People(end.NewRole)} people in new roles would stand idle.");
        ScenarioSentences.Mix(Firms.Of400, outcome, new(npv, 0, 0, 0)).ShouldStartWith("No mix of cutting, moving and attrition is worth more than leaving the 40 positions as they are.");
    }

    [Fact]
    public void A_cut_lowers_incidents_because_less_is_shipped()
    {
        var outcome = ScenarioModel.Evaluate(Firms.Of400);

        var text = ScenarioSentences.Work(outcome);

        text.ShouldStartWith("Moving lowers severe incidents from ");
        text.ShouldContain("; cutting lowers them to ");
        text.ShouldEndWith(" because less is shipped, expected over 36 months.");
    }

    [Fact]
    public void A_break_even_says_which_side_overtakes_and_what_was_entered()
    {
        var entered = Firms.Of400.With((Parameter.IncidentCostPerHour, new Distribution.Fixed(40_000)));

        ScenarioSentences.BreakEven(entered, Parameter.IncidentCostPerHour, 69_533, ahead: -94_000).ShouldBe("Moving beats cutting if one hour of a severe incident costs more than $69,533; you entered $40,000.");
        ScenarioSentences.BreakEven(Firms.Of400, Parameter.VetEffectiveness, 0.3, ahead: 5).ShouldBe("Cutting beats moving if vetting prevents less than 30% of incidents caused by AI; the default is 20% to 70%.");
        ScenarioSentences.BreakEven(Firms.Of400, Parameter.UpliftPerAdopter, 0.4, ahead: -5).ShouldBe("Moving beats cutting if the change in output per AI user is above 40%; the default is −15% to 35%.");
    }

    [Theory]
    [InlineData(Parameter.IncidentCostPerHour, 0, 3_000_000)]
    [InlineData(Parameter.VetEffectiveness, 0, 1)]
    public void What_a_break_even_says_holds_in_the_model(Parameter parameter, double from, double to)
    {
        var sensitivity = new Sensitivity(Firms.Of400);
        var (moving, cutting) = (Policy.Defaults[2], Policy.Defaults[1]);
        var ahead = sensitivity.Tornado(moving, cutting).Base;
        if (sensitivity.BreakEven(parameter, from, to, moving, cutting) is not { } value) return;

        var isMore = ScenarioSentences.BreakEven(Firms.Of400, parameter, value, ahead).Contains("more than", StringComparison.Ordinal);
        var beyond = ScenarioModel.Evaluate(Firms.Of400.With((parameter, new Distribution.Fixed(isMore ? value * 1.01 : value * 0.99))));

        (beyond.Policies[2].Npv > beyond.Policies[1].Npv).ShouldBe(ahead < 0);
    }
}
