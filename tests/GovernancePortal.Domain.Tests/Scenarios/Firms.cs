using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Domain.Tests.Scenarios;

/// <summary>An organisation for tests, and results with figures of one's own.</summary>
internal static class Firms
{
    public static ScenarioInput Of400 { get; } = new()
    {
        AnnualRevenue = 120_000_000,
        Currency = "USD",
        Staff =
        [
            new(Level.Junior, 70_000, 2, false) { Count = 120 }, new(Level.Mid, 95_000, 5, false) { Count = 160 }, new(Level.Senior, 140_000, 9, false) { Count = 80 },
            new(Level.Mid, 95_000, 6, true) { Count = 25 }, new(Level.Senior, 140_000, 11, true) { Count = 15 },
        ],
    };

    public static ScenarioInput With(this ScenarioInput input, params (Parameter Parameter, Distribution Value)[] values)
    {
        var parameters = input.Parameters.ToDictionary();
        foreach (var (parameter, value) in values) parameters[parameter] = value;
        return input with { Parameters = parameters };
    }

    /// <summary>Four policies with these chances of being best and these means against the first.</summary>
    public static MonteCarloResult Chance(double[] best, double[] means, PolicyContest? contest, params Driver[] drivers)
    {
        var policies = Policy.Defaults.Select((p, i) => new PolicyRisk(p.Name, means[i], means[i], means[i], means[i], 0, 0, 0, best[i])
        {
            VsFirst = i == 0 ? null : Narrow(means[i]),
        });
        double? judgement = drivers.Length == 0 ? null : drivers.Where(d => ModelParameters.Of(d.Parameter).Grade == EvidenceGrade.D).Sum(d => d.ShareOfExplained);
        return new(2000, 1, [.. policies], contest, drivers, judgement);
    }

    public static PolicyContest Contest(double probability, double mean, double median) =>
        new(probability, Math.Sqrt(probability * (1 - probability) / 2000), mean, median - 1, median, median + 1, Verdict.Of(probability)) { DeltaP25 = median, DeltaP75 = median };

    public static Spread Narrow(double value) => new(value, value, value, value, value, value);
}
