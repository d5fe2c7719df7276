using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

/// <summary>What a comparison shows of the draws beside the policies themselves.</summary>
public sealed class ChanceDetailTests
{
    private const int Draws = 2500;

    private static readonly MonteCarloResult Result = MonteCarlo.Run(Firms.Of400, Draws, seed: 4);

    [Fact]
    public void Differences_have_the_mean_of_the_means_and_lie_in_order()
    {
        Result.Policies[0].VsFirst.ShouldBeNull();
        foreach (var policy in Result.Policies.Skip(1))
        {
            var spread = policy.VsFirst!;
            spread.Mean.ShouldBe(policy.NpvMean - Result.Policies[0].NpvMean, 1e-3);
            new[] { spread.P10, spread.P25, spread.P50, spread.P75, spread.P90 }.ShouldBe(new[] { spread.P10, spread.P25, spread.P50, spread.P75, spread.P90 }.Order());
            // All policies see the same chance, so a difference spreads far less than what it is the difference of.
            (spread.P90 - spread.P10).ShouldBeLessThan(policy.NpvP90 - policy.NpvP10);
            policy.ProbabilityBeatsFirst.ShouldBeInRange(0.0004, 0.9996);
        }
    }

    [Fact]
    public void Moving_against_cutting_is_the_difference_of_their_differences()
    {
        var contest = Result.ReallocateVsCut!;

        contest.DeltaMean.ShouldBe(Result.Policies[2].VsFirst!.Mean - Result.Policies[1].VsFirst!.Mean, 1e-3);
        contest.DeltaP25.ShouldBeInRange(contest.DeltaP10, contest.DeltaP50);
        contest.DeltaP75.ShouldBeInRange(contest.DeltaP50, contest.DeltaP90);
    }

    [Fact]
    public void The_fan_begins_today_and_ends_where_the_differences_of_its_draws_lie()
    {
        var (result, fewer) = (Result, MonteCarlo.Run(Firms.Of400, 2000, seed: 4));

        result.FanDraws.ShouldBe(2000);
        result.Policies[0].Fan.ShouldBeEmpty();
        foreach (var (policy, same) in result.Policies.Zip(fewer.Policies).Skip(1))
        {
            policy.Fan.Select(p => p.Month).ShouldBe(Enumerable.Range(0, 37));
            policy.Fan[0].Difference.ShouldBe(Firms.Narrow(0));
            // The first 2,000 of more draws are those of 2,000 draws.
            policy.Fan.ShouldBe(same.Fan);
            var (end, spread) = (policy.Fan[^1].Difference, same.VsFirst!);
            (end.Mean, end.P10, end.P50, end.P90).ShouldBe((spread.Mean, spread.P10, spread.P50, spread.P90));
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(40, 1, 40)]
    [InlineData(41, 1, 21)]
    [InlineData(60, 2, 30)]
    [InlineData(120, 3, 40)]
    public void A_fan_has_at_most_forty_months_and_always_the_last(int horizon, int first, int points)
    {
        var fan = MonteCarlo.Run(Firms.Of400 with { HorizonMonths = horizon }, 10, seed: 1).Policies[1].Fan;

        (fan.Count, fan[1].Month, fan[^1].Month).ShouldBe((points + 1, first, horizon));
    }

    [Fact]
    public void What_explains_is_told_by_grade_and_adds_up()
    {
        var grades = Result.ExplainedByGrade;

        grades.Sum(g => g.Share).ShouldBe(1, 1e-12);
        grades.Select(g => g.Share).ShouldBe(grades.Select(g => g.Share).OrderDescending());
        grades.Single(g => g.Grade == EvidenceGrade.D).Share.ShouldBe(Result.JudgementShare!.Value, 1e-12);
    }

    [Fact]
    public void Horizons_compare_the_policies_as_they_stand_there()
    {
        var outcome = ScenarioModel.Evaluate(Firms.Of400 with { HorizonMonths = 30 });

        outcome.ByHorizon.Select(h => h.Months).ShouldBe([12, 24, 30]);
        foreach (var horizon in outcome.ByHorizon)
        {
            horizon.NpvVsFirst[0].ShouldBe(0);
            var npv = outcome.Policies.Select(p => p.Months[horizon.Months - 1].CumulativeDiscounted).ToList();
            horizon.NpvVsFirst[2].ShouldBe(npv[2] - npv[0]);
            horizon.Best.ShouldBe(outcome.Policies[npv.IndexOf(npv.Max())].Policy.Name);
        }

        outcome.BestDependsOnHorizon.ShouldBe(outcome.ByHorizon.Any(h => h.Best != outcome.Best));
        ScenarioModel.Evaluate(Firms.Of400 with { Staff = [] }).ByHorizon.ShouldAllBe(h => h.Best == null);
    }

    [Theory]
    [InlineData(0.5, 0.01, null)]
    [InlineData(0.217, 0.0092, "Cut favoured")]
    [InlineData(0.19, 0.0088, "Leans Cut")]
    [InlineData(0.2, 0.0089, "Leans Cut")]
    [InlineData(0.41, 0.011, "Leans Cut")]
    [InlineData(0.59, 0.011, "Leans Reallocate")]
    [InlineData(0.8, 0.0089, "Leans Reallocate")]
    [InlineData(0.79, 0.0089, "Reallocate favoured")]
    [InlineData(0, 0, null)]
    public void The_next_band_is_told_within_two_standard_errors(double probability, double error, string? next)
    {
        Verdict.NextBand(probability, error).ShouldBe(next);
        Verdict.IsNearNextBand(probability, error).ShouldBe(next is not null);
    }

    [Fact]
    public void With_the_defaults_the_calibration_is_that_of_the_specification()
    {
        var calibration = Calibration.Of(Firms.Of400);

        calibration.RefillShare.ShouldBe(Calibration.RefillByDefault, 1e-12);
        // "Monthly incidents at 80% adoption are about 1.5 times those without AI."
        calibration.IncidentsAtTarget!.Value.ShouldBe(0.51, 0.005);
        Calibration.Of(Firms.Of400.With((Parameter.ChangesPerWorkUnitMonth, new Distribution.Fixed(0)))).IncidentsAtTarget.ShouldBeNull();
    }

    [Fact]
    public void The_calibration_agrees_with_the_model_itself()
    {
        // Nobody moves or leaves, so a month differs from one without AI by AI alone, once pages and guardrails are as they were.
        var still = Firms.Of400.With(
            (Parameter.TurnoverAnnual, new Distribution.Fixed(0)), (Parameter.DemandGrowthAnnual, new Distribution.Fixed(0)), (Parameter.UpliftPerAdopter, new Distribution.Fixed(0)),
            (Parameter.ReworkShare, new Distribution.Fixed(0)), (Parameter.AdoptionRampMonths, new Distribution.Fixed(1)), (Parameter.KbDecayMonthly, new Distribution.Fixed(0)), (Parameter.GuardrailDecayMonthly, new Distribution.Fixed(0)));

        var with = ScenarioModel.Evaluate(still).Policies[0].Months[^1].Incidents;
        var without = ScenarioModel.Evaluate(still.With((Parameter.AdoptionStart, new Distribution.Fixed(0)), (Parameter.AdoptionTarget, new Distribution.Fixed(0)))).Policies[0].Months[^1].Incidents;

        Calibration.Of(still).IncidentsAtTarget!.Value.ShouldBe((with / without) - 1, 1e-9);
    }
}
