namespace GovernancePortal.Domain.Scenarios;

/// <summary>Sums draws up.</summary>
internal static class MonteCarloSummary
{
    private const int CurvePoints = 100;

    public static MonteCarloResult Of(ScenarioInput input, DrawSamples samples, ulong seed)
    {
        var best = BestShares(samples);
        var fans = samples.Cash.Fans();
        var policies = input.Policies.Select((p, i) => Risk(p.Name, samples.Npv[i], samples.Loss[i], best[i]) with { Fan = fans[i] }).ToList();
        for (var i = 1; i < policies.Count; i++) policies[i] = AgainstFirst(policies[i], CashSamples.Differences(samples.Npv[i], samples.Npv[0]));
        var (reallocate, cut) = (IndexOf(input, Policy.ReallocateName), IndexOf(input, Policy.CutName));
        if (reallocate < 0 || cut < 0) return new(samples.Draws, seed, policies, null, [], null);

        var delta = samples.Npv[reallocate].Zip(samples.Npv[cut], (r, c) => r - c).ToArray();
        var drivers = Drivers(samples, delta);
        double? judgement = drivers.Count == 0 ? null : drivers.Where(d => ModelParameters.Of(d.Parameter).Grade == EvidenceGrade.D).Sum(d => d.ShareOfExplained);
        return new(samples.Draws, seed, policies, Contest(delta), drivers, judgement);
    }

    private static int IndexOf(ScenarioInput input, string name)
    {
        for (var i = 0; i < input.Policies.Count; i++) if (input.Policies[i].Name.Equals(name, StringComparison.Ordinal)) return i;
        return -1;
    }

    private static double[] BestShares(DrawSamples samples)
    {
        var wins = new double[samples.Npv.Length];
        for (var draw = 0; draw < samples.Draws; draw++)
        {
            var (most, equals) = (double.NegativeInfinity, 0);
            foreach (var npv in samples.Npv)
            {
                if (npv[draw] > most) (most, equals) = (npv[draw], 1);
                else if (npv[draw] == most) equals++;
            }

            for (var i = 0; i < wins.Length; i++) if (samples.Npv[i][draw] == most) wins[i] += 1.0 / equals;
        }

        return Array.ConvertAll(wins, w => w / samples.Draws);
    }

    private static PolicyRisk Risk(string name, double[] npv, double[] loss, double best)
    {
        var (values, losses) = (Statistics.Sorted(npv), Statistics.Sorted(loss));
        return new(
            name,
            Statistics.Mean(npv),
            Statistics.Percentile(values, 0.1),
            Statistics.Percentile(values, 0.5),
            Statistics.Percentile(values, 0.9),
            Statistics.Mean(loss),
            Statistics.Percentile(losses, 0.9),
            Statistics.Percentile(losses, 0.95),
            best)
        {
            LossCurve = [.. Enumerable.Range(0, CurvePoints + 1).Select(p => Statistics.Percentile(losses, p / (double)CurvePoints))],
        };
    }

    private static PolicyRisk AgainstFirst(PolicyRisk risk, double[] differences) =>
        risk with { ProbabilityBeatsFirst = differences.Count(d => d > 0) / (double)differences.Length, VsFirst = Spread.OfSorting(differences) };

    private static PolicyContest Contest(double[] delta)
    {
        if (Array.TrueForAll(delta, d => d == 0)) return new(null, null, 0, 0, 0, 0, Verdict.NoDifference);

        var beats = delta.Sum(d => d > 0 ? 1 : d == 0 ? 0.5 : 0) / delta.Length;
        var spread = Spread.OfSorting((double[])delta.Clone());
        return new(beats, Math.Sqrt(Math.Max(beats * (1 - beats), 0) / delta.Length), spread.Mean, spread.P10, spread.P50, spread.P90, Verdict.Of(beats))
        {
            DeltaP25 = spread.P25,
            DeltaP75 = spread.P75,
        };
    }

    private static List<Driver> Drivers(DrawSamples samples, double[] delta)
    {
        if (Array.TrueForAll(delta, d => d == delta[0])) return [];

        var ranks = Statistics.Ranks(delta);
        var correlations = new double[samples.Drawn.Count];
        Parallel.For(0, correlations.Length, i => correlations[i] = Statistics.Correlation(Statistics.Ranks(samples.Values[i]), ranks));
        var explained = correlations.Sum(c => c * c);
        return
        [
            .. samples.Drawn
                .Select((p, i) => (p.Key, Driver: new Driver(p.Parameter, correlations[i], explained > 0 ? correlations[i] * correlations[i] / explained : 0)))
                .OrderByDescending(d => Math.Abs(d.Driver.RankCorrelation))
                .ThenBy(d => d.Key, StringComparer.Ordinal)
                .Select(d => d.Driver),
        ];
    }
}
