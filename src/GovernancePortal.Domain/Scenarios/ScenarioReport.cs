namespace GovernancePortal.Domain.Scenarios;

/// <summary>The value of one parameter at which Reallocate and Cut are worth the same, all others at their means.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="From">Lowest value looked at.</param>
/// <param name="To">Highest value looked at.</param>
/// <param name="Value">Null when there is none between the two.</param>
public sealed record BreakEven(Parameter Parameter, double From, double To, double? Value)
{
    /// <summary>What is asked of every scenario, with the range that is looked at.</summary>
    public static IReadOnlyList<(Parameter Parameter, double From, double To)> Scanned { get; } =
    [
        (Parameter.IncidentCostPerHour, 0, 3_000_000), (Parameter.DemandGrowthAnnual, -0.3, 0.5), (Parameter.UpliftPerAdopter, -0.3, 0.8), (Parameter.VetEffectiveness, 0, 1),
    ];
}

/// <summary>Everything that a comparison shows of one run. It is kept with the run, so that a result never changes when the model does.</summary>
/// <param name="ModelVersion">Of the model that produced it.</param>
/// <param name="Outcome">Every policy and month, with every parameter at its mean.</param>
/// <param name="MonteCarlo">What many draws say.</param>
/// <param name="Tornado">Of Reallocate against Cut; null where there is nothing to compare.</param>
/// <param name="BreakEvens">Empty where there is nothing to compare.</param>
/// <param name="BestMix">Null when there is nobody.</param>
public sealed record ScenarioReport(
    string ModelVersion, ScenarioOutcome Outcome, MonteCarloResult MonteCarlo, Tornado? Tornado, IReadOnlyList<BreakEven> BreakEvens, BestMix? BestMix)
{
    /// <summary>Tenths of the displaced people; finer than that is finer than what the model knows.</summary>
    public const int MixSteps = 10;

    /// <param name="input">Without faults.</param>
    /// <param name="draws">At least 1.</param>
    /// <param name="seed">The same seed gives the same report, to the last bit.</param>
    /// <param name="progress">Told how many draws are done, from time to time and on any thread.</param>
    /// <param name="cancellationToken">Ends the work at once.</param>
    /// <exception cref="ArgumentException">The input has faults; see <see cref="ScenarioFaults"/>.</exception>
    public static ScenarioReport Of(ScenarioInput input, int draws, ulong seed, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var outcome = ScenarioModel.Evaluate(input);
        var chance = Scenarios.MonteCarlo.Run(input, draws, seed, progress, cancellationToken);
        if (outcome.Best is null) return new(ScenarioModel.Version, outcome, chance, null, [], null);

        var sensitivity = new Sensitivity(input);
        var mix = sensitivity.BestMix(MixSteps);
        // Without the two policies there is nothing to compare.
        if (input.PolicyNamed(Policy.ReallocateName) is not { } reallocate || input.PolicyNamed(Policy.CutName) is not { } cut) return new(ScenarioModel.Version, outcome, chance, null, [], mix);

        return new(
            ScenarioModel.Version,
            outcome,
            chance,
            sensitivity.Tornado(reallocate, cut),
            [.. BreakEven.Scanned.Select(s => new BreakEven(s.Parameter, s.From, s.To, sensitivity.BreakEven(s.Parameter, s.From, s.To, reallocate, cut)))],
            mix);
    }

    public string ToJson() => ScenarioJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote, to the last bit.</summary>
    public static ScenarioReport FromJson(string json) => ScenarioJson.Read<ScenarioReport>(json);
}
