namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// What a scenario says, in sentences one could read out: which policy is best, by how much, how sure that is and what it rests on. It names the policy that is
/// best most often even where the verdict, which compares two only, points elsewhere, and it says what speaks against itself.
/// </summary>
public sealed class ScenarioFinding
{
    private readonly ScenarioInput _input;
    private readonly ScenarioOutcome _outcome;
    private readonly MonteCarloResult _chance;

    /// <param name="input">Policies, parameters, horizon and currency; the staff is not looked at.</param>
    /// <param name="outcome">With every parameter at its mean.</param>
    /// <param name="chance">Of the same input.</param>
    public ScenarioFinding(ScenarioInput input, ScenarioOutcome outcome, MonteCarloResult chance) => (_input, _outcome, _chance) = (input, outcome, chance);

    /// <summary>The answer. Where mean and median point to different sides, it says so.</summary>
    public string Headline
    {
        get
        {
            if (Nobody) return "There is nobody in this scenario, so every policy comes to nothing.";
            if (AllAlike) return "There is no difference between the policies in any draw.";
            return string.Join(' ', new[] { BestSentence, ContestSentence, SignSentence }.OfType<string>());
        }
    }

    /// <summary>As in Leans Cut, within sampling error of “Cut favoured”; null where there are no two policies of these names.</summary>
    public string? VerdictLine =>
        _chance.ReallocateVsCut is not { } contest ? null
        : contest.NextBand is { } next ? $"{contest.Verdict}, within sampling error of “{next}”"
        : contest.Verdict;

    /// <summary>Whether judgement explains more than half of it.</summary>
    public bool RestsMostlyOnJudgement => _chance.JudgementShare > MonteCarloResult.MostlyJudgement;

    /// <summary>What the answer depends on; null when nothing that is uncertain decides.</summary>
    public string? RestsOn
    {
        get
        {
            if (_chance.JudgementShare is not { } share || _chance.Drivers.Count == 0) return null;
            var strongest = _chance.Drivers[0];
            if (!RestsMostlyOnJudgement)
                return $"{ScenarioFigures.Percent(share)} of the explained difference comes from judgement. The strongest of all parameters is “{ParameterWords.Name(strongest.Parameter)}” ({ParameterWords.Grade(GradeOf(strongest))}), with {ScenarioFigures.Percent(strongest.ShareOfExplained)}.";

            var judged = _chance.Drivers.First(d => GradeOf(d) == EvidenceGrade.D);
            var most = judged.ShareOfExplained > share / 2 ? ", most of it from one: the " : ", above all from the ";
            return $"This result rests mostly on judgement. {ScenarioFigures.Percent(share)} of the explained difference comes from parameters without a usable source{most}{ParameterWords.Name(judged.Parameter)}.";
        }
    }

    /// <summary>Said when another policy would be best if one looked less far ahead; null otherwise.</summary>
    public string? HorizonNote =>
        !_outcome.BestDependsOnHorizon
            ? null
            : $"The best policy changes with the horizon: {string.Join(", ", _outcome.ByHorizon.Select(h => $"{PolicyWords.Act(Named(h.Best!))} after {h.Months} months"))}. This is with every parameter at its mean.";

    /// <summary>Cash that falls outside the horizon makes a policy look better than it is.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            var warnings = new List<string>();
            Warn(p => p.LayoffShare, Parameter.NoticeMonths, "notice", "severance and part of the pay on notice fall outside, and cutting looks better or worse than it is");
            Warn(p => p.ReallocShare, Parameter.TrainingMonths, "training", "what the training leads to falls outside, and moving looks worse than it is");
            return warnings;

            void Warn(Func<Policy, double> share, Parameter parameter, string word, string effect)
            {
                var months = Mean(parameter);
                if (months > _input.HorizonMonths && _input.Policies.Any(p => share(p) > 0))
                    warnings.Add($"The horizon of {Months(_input.HorizonMonths)} is shorter than the {word} of {Months((int)months)}: {effect}.");
            }
        }
    }

    /// <summary>Whether some policy gains more on average than in the middle draw: then part of its value is protection against rare large losses.</summary>
    public bool IsPartlyInsurance => !AllAlike && _chance.Policies.Any(p => p.VsFirst is { } spread && spread.Mean > spread.P50);

    private bool Nobody => _outcome.Best is null;

    private bool AllAlike => _chance.Policies.All(p => p.VsFirst is null or { Mean: 0, P10: 0, P90: 0 });

    private string BestSentence
    {
        get
        {
            var best = _chance.MostOftenBest!;
            var name = PolicyWords.ActFirst(Named(best.Name));
            var equals = _chance.Policies.Where(p => p.ProbabilityBest == best.ProbabilityBest).ToList();
            if (equals.Count > 1) return $"{PolicyWords.Capital(PolicyWords.Enumerate([.. equals.Select(p => PolicyWords.Act(Named(p.Name)))]))} are best equally often, each in {ScenarioFigures.Percent(best.ProbabilityBest)} of {Draws}.";

            var often = best.ProbabilityBest switch
            {
                1 => $"{name} is best in all {Draws}",
                >= 0.5 => $"{name} is best in {ScenarioFigures.Percent(best.ProbabilityBest)} of {Draws}",
                _ => $"{name} is most often best, in {ScenarioFigures.Percent(best.ProbabilityBest)} of {Draws}",
            };
            var next = _chance.Policies.Where(p => p != best).MaxBy(p => p.NpvMean);
            if (next is null) return often + ".";
            var lead = best.NpvMean - next.NpvMean;
            var other = PolicyWords.Act(Named(next.Name));
            return lead >= 0 ? $"{often}, on average by {Money(lead)} over {other}." : $"{often}, yet {other} is worth {Money(-lead)} more on average.";
        }
    }

    private string? ContestSentence =>
        _chance.ReallocateVsCut?.ProbabilityReallocateBeatsCut switch
        {
            null => null,
            1 => "Moving beats cutting in every one.",
            0 => "Cutting beats moving in every one.",
            >= 0.5 and { } moving => $"Moving beats cutting in {ScenarioFigures.Percent(moving)}.",
            { } moving => $"Cutting beats moving in {ScenarioFigures.Percent(1 - moving)}.",
        };

    private string? SignSentence
    {
        get
        {
            if (_chance.ReallocateVsCut is { } contest && contest.Delta.MeanAndMedianDisagree) return Sides("moving", "cutting", contest.Delta);
            var best = _chance.MostOftenBest!;
            return best.VsFirst is { MeanAndMedianDisagree: true } spread ? Sides(PolicyWords.Act(Named(best.Name)), PolicyWords.Act(_input.Policies[0]), spread) : null;
        }
    }

    private string Draws => $"{_chance.Draws:#,0} draws";

    private string Sides(string one, string other, Spread spread) =>
        $"Mean and median differ in sign: on average {one} is {(spread.Mean > 0 ? "ahead of" : "behind")} {other} by {Money(Math.Abs(spread.Mean))}, in the middle draw {(spread.P50 > 0 ? "ahead" : "behind")} by {Money(Math.Abs(spread.P50))}.";

    private double Mean(Parameter parameter) => _input.DistributionOf(parameter).Mean;

    private string Money(double amount) => ScenarioFigures.Money(amount, _input.Currency);

    private Policy Named(string name) => _input.Policies.First(p => p.Name == name);

    private static EvidenceGrade GradeOf(Driver driver) => ModelParameters.Of(driver.Parameter).Grade;

    private static string Months(int months) => months == 1 ? "1 month" : $"{months} months";
}
