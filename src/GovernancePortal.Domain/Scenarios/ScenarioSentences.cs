using System.Globalization;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>What the parts of a comparison say, each in a sentence or two over its figures.</summary>
public static class ScenarioSentences
{
    private const double Tiny = 1e-9;

    /// <summary>Gain or loss of the policies against the first, and of moving against cutting.</summary>
    public static string Gain(ScenarioInput input, MonteCarloResult chance)
    {
        var (first, others) = (PolicyWords.Act(input.Policies[0]), chance.Policies.Skip(1).Where(p => p.VsFirst is not null).ToList());
        if (others.Count == 0) return $"There is no policy to compare with {first}.";
        var gains = others.Where(p => p.VsFirst!.Mean > 0).Select(p => PolicyWords.Act(input.Policies.First(q => q.Name == p.Name))).ToList();
        var sentence =
            gains.Count == 0 ? $"{(others.Count == 1 ? PolicyWords.ActFirst(input.Policies[1]) : "No policy")} {(others.Count == 1 ? "costs more than" : "is worth more than")} {first} on average."
            : gains.Count == others.Count && others.Count > 1 ? $"All {(others.Count == 2 ? "of the other policies" : $"{ScenarioFigures.People(others.Count)} other policies")} are worth more than {first} on average."
            : $"On average {PolicyWords.Enumerate(gains)} {(gains.Count == 1 ? "is" : "are")} worth more than {first}{(gains.Count == others.Count ? "" : "; the others are not")}.";
        if (chance.ReallocateVsCut is not { ProbabilityReallocateBeatsCut: { } probability } contest) return sentence;
        var amount = ScenarioFigures.Money(Math.Abs(contest.DeltaMean), input.Currency);
        return $"{sentence} Moving {(contest.DeltaMean >= 0 ? "is worth" : "costs")} {amount} more than cutting on average, and beats it in {ScenarioFigures.Percent(probability)} of draws.";
    }

    /// <summary>The best mix found, and who would stand idle if everybody were moved.</summary>
    public static string Mix(ScenarioInput input, ScenarioOutcome outcome, BestMix mix)
    {
        var positions = ScenarioFigures.People(outcome.Staff.Displaced);
        var (first, gain) = (outcome.Policies[0], mix.Npv - outcome.Policies[0].Npv);
        var sentence =
            mix.LayoffShare + mix.ReallocShare + mix.AttritionShare <= Tiny
                ? $"No mix of cutting, moving and attrition is worth more than leaving the {positions} positions as they are."
                : $"The best mix found {PolicyWords.Shares(mix, outcome.Staff.Displaced)} of the {positions} positions: {ScenarioFigures.WithSign(gain, input.Currency)} against {PolicyWords.Act(first.Policy)}.";
        return Idle(outcome) is { } idle ? $"{sentence} {idle}" : sentence;
    }

    /// <summary>Severe incidents of moving and cutting against the first policy. A cut lowers them in this model because less is shipped, and says so.</summary>
    public static string Work(ScenarioOutcome outcome)
    {
        var (first, months) = (outcome.Policies[0], outcome.Policies[0].Months.Count);
        var told = outcome.Policies.Skip(1).Where(p => p.Policy.Name is Policy.ReallocateName or Policy.CutName).OrderByDescending(p => p.Policy.Name, StringComparer.Ordinal).ToList();
        if (told.Count == 0) told = [.. outcome.Policies.Skip(1).Take(2)];
        if (told.Count == 0 || first.Incidents <= Tiny) return $"{PolicyWords.ActFirst(first.Policy)} means {Count(first.Incidents)} severe incidents in {months} months.";
        var parts = told.Select((p, i) => $"{PolicyWords.Act(p.Policy)} {Change(p, first)} {(i == 0 ? "severe incidents" : "them")} {(i == 0 ? $"from {Count(first.Incidents)} " : "")}to {Count(p.Incidents)}{Reason(p, first)}");
        return $"{PolicyWords.Capital(string.Join("; ", parts))}, expected over {months} months.";
    }

    /// <summary>At which value of a parameter moving and cutting are worth the same, and what was entered.</summary>
    /// <param name="input">The scenario.</param>
    /// <param name="parameter">Which.</param>
    /// <param name="value">Where they are worth the same.</param>
    /// <param name="ahead">Moving less cutting with every parameter at its mean.</param>
    public static string BreakEven(ScenarioInput input, Parameter parameter, double value, double ahead)
    {
        var given = input.DistributionOf(parameter);
        var isMore = value > given.Mean;
        var (overtakes, overtaken) = ahead < 0 ? ("Moving", "cutting") : ("Cutting", "moving");
        var text = parameter == Parameter.IncidentCostPerHour ? ScenarioFigures.Exact(value, input.Currency) : ParameterWords.Value(parameter, value, input.Currency);
        var condition = parameter switch
        {
            Parameter.IncidentCostPerHour => $"one hour of a severe incident costs {(isMore ? "more" : "less")} than {text}",
            Parameter.DemandGrowthAnnual => $"demand grows by {(isMore ? "more" : "less")} than {text} a year",
            Parameter.VetEffectiveness => $"vetting prevents {(isMore ? "more" : "less")} than {text} of incidents caused by AI",
            _ => $"the {ParameterWords.Name(parameter)} is {(isMore ? "above" : "below")} {text}",
        };
        return $"{overtakes} beats {overtaken} if {condition}; {Given(input, parameter, given)}.";
    }

    private static string Given(ScenarioInput input, Parameter parameter, Distribution given)
    {
        // A run keeps every parameter, so that one is there says nothing yet.
        var who = given == ModelParameters.DefaultOf(parameter, input.AnnualRevenue) ? "the default is" : "you entered";
        return given switch
        {
            Distribution.Triangular t => $"{who} {Text(t.Min)} to {Text(t.Max)}",
            Distribution.Uniform u => $"{who} {Text(u.Min)} to {Text(u.Max)}",
            Distribution.LogNormal l => $"{who} {Text(l.Mean)} on average",
            _ => $"{who} {Text(given.Mean)}",
        };

        string Text(double value) => parameter == Parameter.IncidentCostPerHour ? ScenarioFigures.Exact(value, input.Currency) : ParameterWords.Value(parameter, value, input.Currency);
    }

    private static string? Idle(ScenarioOutcome outcome)
    {
        if (outcome.Policies.FirstOrDefault(p => p.Policy.Name == Policy.ReallocateName) is not { } moving) return null;
        var end = moving.Months[^1];
        if (end.NewRole <= Tiny) return null;
        return end.NewRoleIdle < 0.05
            ? $"With {ScenarioFigures.People(moving.Policy.ReallocShare * outcome.Staff.Displaced)} moved, nobody in a new role would stand idle."
            : $"With {ScenarioFigures.People(moving.Policy.ReallocShare * outcome.Staff.Displaced)} moved, {ScenarioFigures.People(end.NewRoleIdle)} of {ScenarioFigures.People(end.NewRole)} people in new roles would stand idle.";
    }

    private static string Change(PolicyOutcome policy, PolicyOutcome first) => policy.Incidents < first.Incidents ? "lowers" : policy.Incidents > first.Incidents ? "raises" : "leaves";

    private static string Reason(PolicyOutcome policy, PolicyOutcome first) =>
        policy.Incidents < first.Incidents && PolicyWords.IsCutOnly(policy.Policy) ? " because less is shipped" : "";

    private static string Count(double incidents) => incidents < 100 ? incidents.ToString("0.0", CultureInfo.InvariantCulture) : ScenarioFigures.People(incidents);
}
