namespace GovernancePortal.Domain.Scenarios;

/// <summary>Draws parameter values. Those that depend on a shared factor are correlated through it, in the manner of a one-factor Gaussian copula.</summary>
internal sealed class ParameterDraws(IReadOnlyList<Distribution> distributions, ulong seed)
{
    private const ulong TechnologyStream = 900;
    private const ulong MarketStream = 901;
    private const double Edge = 1e-15;

    /// <summary>Those that are drawn at all.</summary>
    public IReadOnlyList<ParameterDefinition> Drawn { get; } = [.. ModelParameters.All.Where(p => distributions[(int)p.Parameter - 1] is not Distribution.Fixed)];

    /// <summary>Whether what staff totals depend on is the same in all draws.</summary>
    public bool KeepsStaff => !Drawn.Any(p => StaffTotals.DependOn.Contains(p.Parameter));

    /// <summary>Fills in what is drawn; what is fixed has to be there already.</summary>
    public void Fill(ParameterSet values, ulong draw)
    {
        var technology = NormalDistribution.Quantile(CounterRandom.Next(seed, TechnologyStream, draw));
        var market = NormalDistribution.Quantile(CounterRandom.Next(seed, MarketStream, draw));
        for (var i = 0; i < Drawn.Count; i++)
        {
            var parameter = Drawn[i];
            var u = CounterRandom.Next(seed, (ulong)parameter.Parameter, draw);
            if (parameter.Factor != SharedFactor.None) u = Correlate(u, parameter.Loading, parameter.Factor == SharedFactor.Technology ? technology : market);
            values[parameter.Parameter] = Math.Clamp(distributions[(int)parameter.Parameter - 1].Quantile(u), parameter.Min, parameter.Max);
        }
    }

    private static double Correlate(double u, double loading, double factor)
    {
        var z = (loading * factor) + (Math.Sqrt(1 - (loading * loading)) * NormalDistribution.Quantile(u));
        return Math.Clamp(NormalDistribution.Cumulative(z), Edge, 1 - Edge);
    }
}
