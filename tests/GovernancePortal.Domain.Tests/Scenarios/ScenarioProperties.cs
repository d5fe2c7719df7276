using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

/// <summary>What holds whatever the figures: with inputs by chance from all that is allowed.</summary>
public sealed class ScenarioProperties
{
    private static readonly Parameter[] Money =
    [
        Parameter.AiToolCostPerAdopterMonth, Parameter.IncidentCostPerHour, Parameter.ExitCostPerHead, Parameter.TrainingCostPerHead, Parameter.NewRoleToolCost, Parameter.HireCostPerHire,
        Parameter.ExternalVetterMonthlyCost,
    ];

    private static readonly ScenarioInput Firm = new()
    {
        AnnualRevenue = 120_000_000,
        Staff =
        [
            new(Level.Junior, 70_000, 2, false) { Count = 120 }, new(Level.Mid, 95_000, 5, false) { Count = 160 }, new(Level.Senior, 140_000, 9, false) { Count = 80 },
            new(Level.Mid, 95_000, 6, true) { Count = 25 }, new(Level.Senior, 140_000, 11, true) { Count = 15 },
        ],
    };

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Extreme_inputs_that_are_allowed_give_numbers(int seed)
    {
        var input = Extreme(new Random(seed));
        ScenarioFaults.Of(input).ShouldBeEmpty();

        var outcome = ScenarioModel.Evaluate(input);
        var chance = MonteCarlo.Run(input, draws: 20, (ulong)seed);

        foreach (var month in outcome.Policies.SelectMany(p => p.Months))
        {
            foreach (var field in typeof(ScenarioMonth).GetProperties())
                if (field.GetValue(month) is double value) double.IsFinite(value).ShouldBeTrue($"{field.Name} {value} in month {month.Month}");
        }

        foreach (var policy in chance.Policies) new[] { policy.NpvMean, policy.NpvP10, policy.NpvP90, policy.IncidentLossMean, policy.IncidentLossP95 }.ShouldAllBe(v => double.IsFinite(v));
        chance.Policies.Sum(p => p.ProbabilityBest).ShouldBe(1, 1e-9);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 120)];

    [Fact]
    public void With_nobody_displaced_all_policies_are_alike()
    {
        var input = Firm with { Staff = [.. Firm.Staff.Select(c => c with { IsDisplaced = false })] };

        ScenarioModel.Evaluate(input).Policies.ShouldAllBe(p => Math.Abs(p.NpvVsFirst) < 1e-6);
        MonteCarlo.Run(input, draws: 20, seed: 1).ReallocateVsCut!.Verdict.ShouldBe(Verdict.NoDifference);
    }

    [Fact]
    public void With_every_benefit_switched_off_the_cut_wins_by_the_pay_of_the_displaced()
    {
        Parameter[] off =
        [
            Parameter.VetEffectiveness, Parameter.GuardrailEffectiveness, Parameter.AdviceIncidentRate, Parameter.LayoffTurnoverScale, Parameter.SurvivorLoss, Parameter.RegretProbability,
            Parameter.KnowledgeSeverity, Parameter.KbReworkShare, Parameter.FlexBackShare, Parameter.SeveranceBaseWeeks, Parameter.SeveranceWeeksPerYear, Parameter.ExitCostPerHead,
            Parameter.TrainingCostPerHead, Parameter.NewRoleToolCost, Parameter.AiToolCostPerAdopterMonth, Parameter.TurnoverAnnual, Parameter.NoticeMonths, Parameter.TrainingMonths,
        ];
        var input = With(Firm, [.. off.Select(p => (p, 0.0)), (Parameter.PlacementSuccess, 1)]) with { Policies = [.. Policy.Defaults.Select(p => p with { AdoptionDelayMonths = 0 })] };

        var outcome = ScenarioModel.Evaluate(input);

        var rate = Math.Pow(1.09, 1.0 / 12);
        var pay = Enumerable.Range(1, 36).Sum(t => outcome.Staff.DisplacedPayroll * Math.Pow(rate, -t));
        (outcome.Policies[1].Npv - outcome.Policies[2].Npv).ShouldBe(pay, 1e-3);
    }

    [Fact]
    public void Without_turnover_nobody_appears_or_vanishes()
    {
        var outcome = ScenarioModel.Evaluate(With(Firm, (Parameter.TurnoverAnnual, 0), (Parameter.RegretProbability, 0)));

        outcome.Policies[0].Months.ShouldAllBe(m => Math.Abs(m.Headcount - 400) < 1e-9);
        outcome.Policies[1].Months.ShouldAllBe(m => Math.Abs(m.Headcount - (m.Month <= 2 ? 400 : 360)) < 1e-9);
        outcome.Policies[2].EndHeadcount.ShouldBe(400 - (0.2 * 40), 1e-9);
    }

    [Fact]
    public void Three_times_the_organisation_has_three_times_the_value()
    {
        var input = With(Firm, (Parameter.IncidentCostPerHour, 9000));
        var larger = With(input, (Parameter.AiWorkflowCount, 120), (Parameter.KbArticleCount, 12_000)) with { AnnualRevenue = 3 * Firm.AnnualRevenue, Staff = [.. Firm.Staff.Select(c => c with { Count = 3 * c.Count })] };

        foreach (var (one, three) in ScenarioModel.Evaluate(input).Policies.Zip(ScenarioModel.Evaluate(larger).Policies)) three.Npv.ShouldBe(3 * one.Npv, 1e-4);
    }

    [Fact]
    public void In_another_currency_the_same_is_decided()
    {
        var dearer = With(Firm, [.. Money.Select(p => (p, 10 * ModelParameters.DefaultOf(p, Firm.AnnualRevenue).Mean))]) with
        {
            AnnualRevenue = 10 * Firm.AnnualRevenue,
            Staff = [.. Firm.Staff.Select(c => c with { AnnualLoadedCost = 10 * c.AnnualLoadedCost })],
        };

        foreach (var (one, ten) in ScenarioModel.Evaluate(Firm).Policies.Zip(ScenarioModel.Evaluate(dearer).Policies)) ten.Npv.ShouldBe(10 * one.Npv, 1e-3);
    }

    [Fact]
    public void Listing_people_one_by_one_gives_what_cells_give()
    {
        var listed = Firm with { Staff = [.. Firm.Staff.SelectMany(c => Enumerable.Repeat(c with { Count = 1 }, (int)c.Count))] };

        foreach (var (cell, one) in ScenarioModel.Evaluate(Firm).Policies.Zip(ScenarioModel.Evaluate(listed).Policies)) one.Npv.ShouldBe(cell.Npv, 1e-3);
    }

    [Fact]
    public void The_dearer_incidents_are_the_more_speaks_for_moving_people()
    {
        double[] costs = [0, 5_000, 20_000, 100_000, 2_000_000];

        var deltas = costs.Select(c => ScenarioModel.Evaluate(With(Firm, (Parameter.IncidentCostPerHour, c)))).Select(o => o.Policies[2].Npv - o.Policies[1].Npv).ToList();

        deltas.ShouldBe(deltas.Order());
        deltas[^1].ShouldBeGreaterThan(deltas[0]);
    }

    [Fact]
    public void Another_policy_changes_nothing_for_the_others()
    {
        var more = Firm with { Policies = [.. Policy.Defaults, new Policy("Half", 0.5, 0.5, 0)] };

        var (few, many) = (MonteCarlo.Run(Firm, 200, seed: 5), MonteCarlo.Run(more, 200, seed: 5));

        foreach (var (one, other) in few.Policies.Zip(many.Policies)) (other.NpvMean, other.NpvP50, other.IncidentLossP95).ShouldBe((one.NpvMean, one.NpvP50, one.IncidentLossP95));
    }

    [Fact]
    public void A_seed_gives_the_same_bits_whatever_the_machine_does()
    {
        var first = MonteCarlo.Run(Firm, 1000, seed: 9);

        Parallel.For(0, 4, _ =>
        {
            var again = MonteCarlo.Run(Firm, 1000, seed: 9);
            again.Policies.Select(p => p with { LossCurve = [], Fan = [] }).ShouldBe(first.Policies.Select(p => p with { LossCurve = [], Fan = [] }));
            again.Policies.SelectMany(p => p.Fan).ShouldBe(first.Policies.SelectMany(p => p.Fan));
            again.Policies.SelectMany(p => p.LossCurve).ShouldBe(first.Policies.SelectMany(p => p.LossCurve));
            (again.ReallocateVsCut, again.JudgementShare).ShouldBe((first.ReallocateVsCut, first.JudgementShare));
            again.Drivers.ShouldBe(first.Drivers);
        });
        MonteCarlo.Run(Firm, 1000, seed: 10).Policies[0].NpvMean.ShouldNotBe(first.Policies[0].NpvMean);
    }

    [Fact]
    public void Known_parameters_leave_the_loss_that_is_expected()
    {
        var known = With(Firm, [.. ModelParameters.All.Select(p => (p.Parameter, ModelParameters.DefaultOf(p.Parameter, Firm.AnnualRevenue).Mean)), (Parameter.IncidentFrailtySigma, 0)]);

        var (expected, drawn) = (ScenarioModel.Evaluate(known), MonteCarlo.Run(known, 6000, seed: 2));

        foreach (var (one, other) in expected.Policies.Zip(drawn.Policies)) other.IncidentLossMean.ShouldBe(one.Months.Sum(m => m.IncidentCost), 0.03 * other.IncidentLossMean);
        drawn.Drivers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_that_is_no_longer_wanted_ends()
    {
        using var ends = new CancellationTokenSource();
        var told = 0;

        var work = Task.Run(() => MonteCarlo.Run(Firm, 5_000_000, seed: 1, new Told(done => { told = done; ends.Cancel(); }), ends.Token), CancellationToken.None);

        await Should.ThrowAsync<OperationCanceledException>(() => work);
        told.ShouldBeInRange(1, 4_999_999);
    }

    [Theory]
    [InlineData(0.0, 0.3, 1.0)]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(0.0, 1.0, 1.0)]
    public void A_triangular_spread_has_its_mean(double min, double mode, double max) => MeanOf(new Distribution.Triangular(min, mode, max));

    [Fact]
    public void The_other_spreads_have_their_means()
    {
        MeanOf(new Distribution.Uniform(2, 5));
        MeanOf(new Distribution.LogNormal(7, 0.8));
        MeanOf(new Distribution.Bernoulli(0.3));
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(1e-12, -7.034483825301132)]
    public void A_quantile_of_the_normal_distribution_and_its_way_back(double share, double quantile)
    {
        NormalDistribution.Quantile(share).ShouldBe(quantile, 1e-12);
        NormalDistribution.Cumulative(quantile).ShouldBe(share, 1e-14);
    }

    private static void MeanOf(Distribution distribution) =>
        Enumerable.Range(0, 20_000).Average(j => distribution.Quantile((j + 0.5) / 20_000)).ShouldBe(distribution.Mean, 2e-3 * distribution.Mean);

    private static ScenarioInput With(ScenarioInput input, params (Parameter Parameter, double Value)[] values)
    {
        var parameters = input.Parameters.ToDictionary();
        foreach (var (parameter, value) in values) parameters[parameter] = new Distribution.Fixed(value);
        return input with { Parameters = parameters };
    }

    /// <summary>Each parameter at an edge of what is allowed, or somewhere between; any number of people, from none.</summary>
    private static ScenarioInput Extreme(Random random)
    {
        var cells = Enumerable.Range(0, random.Next(5)).Select(_ => new StaffCell((Level)random.Next(1, 5), random.Next(3) * 200_000.0, random.Next(3) * 20, random.Next(2) == 0)
        {
            Count = random.Next(3) switch { 0 => 0, 1 => 1e-10, _ => random.Next(1, 350_000) },
        });
        return new ScenarioInput
        {
            HorizonMonths = random.Next(1, 121),
            AnnualRevenue = random.Next(2) * 1e12,
            Staff = [.. cells],
            Parameters = ModelParameters.All.ToDictionary(p => p.Parameter, p => Edge(p, random)),
        };
    }

    private static Distribution Edge(ParameterDefinition parameter, Random random)
    {
        var value = random.Next(4) switch { 0 => parameter.Min, 1 => parameter.Max, 2 => parameter.Default.Mean, _ => parameter.Min + (random.NextDouble() * (parameter.Max - parameter.Min)) };
        return new Distribution.Fixed(parameter.IsWhole ? Math.Floor(value) : value);
    }

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
