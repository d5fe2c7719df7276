namespace GovernancePortal.Domain.Scenarios;

/// <summary>What one parameter alone does to the difference between two policies, all others at their means.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="Low">Its 10th percentile; 0 for something that happens or does not.</param>
/// <param name="High">Its 90th percentile; 1 for something that happens or does not.</param>
/// <param name="DeltaLow">The difference at the low value, in the scenario's currency.</param>
/// <param name="DeltaHigh">The difference at the high value.</param>
public sealed record TornadoRow(Parameter Parameter, double Low, double High, double DeltaLow, double DeltaHigh)
{
    public double Swing => Math.Abs(DeltaHigh - DeltaLow);

    /// <summary>Whether this parameter alone changes the winner.</summary>
    public bool FlipsSign => DeltaLow > 0 != DeltaHigh > 0;
}

/// <summary>The parameters that are not known exactly, the strongest first.</summary>
/// <param name="Base">The difference with every parameter at its mean.</param>
public sealed record Tornado(double Base, IReadOnlyList<TornadoRow> Rows);

/// <summary>Shares of the displaced positions, and what they are worth.</summary>
public sealed record BestMix(double Npv, double LayoffShare, double ReallocShare, double AttritionShare);

/// <summary>What the answer depends on: one parameter at a time, break-even values, and other mixes of policies. Without chance.</summary>
public sealed class Sensitivity
{
    private const double LowShare = 0.1;
    private const double HighShare = 0.9;
    private const int Scans = 64;
    private const int Bisections = 200;

    // A mix has to be better by more than this to replace an earlier one.
    private const double BetterBy = 1e-6;

    private readonly ScenarioInput _input;
    private readonly IReadOnlyList<Distribution> _distributions;
    private readonly ParameterSet _means;
    private readonly ModelWorld _world;
    private readonly PolicyModel _model;

    /// <exception cref="ArgumentException">The input has faults; see <see cref="ScenarioFaults"/>.</exception>
    public Sensitivity(ScenarioInput input)
    {
        ScenarioFaults.ThrowIfAny(input);
        _input = input;
        _distributions = input.Distributions();
        _means = ParameterSet.Means(_distributions);
        _world = ScenarioModel.WorldOf(input, _means);
        _model = new PolicyModel(_world);
    }

    /// <summary>Net present value of <paramref name="policy"/> less that of <paramref name="against"/>.</summary>
    public Tornado Tornado(Policy policy, Policy against)
    {
        var rows = new List<TornadoRow>();
        foreach (var parameter in ModelParameters.All)
        {
            var distribution = _distributions[(int)parameter.Parameter - 1];
            if (distribution is Distribution.Fixed) continue;
            var (low, high) = distribution is Distribution.Bernoulli ? (0, 1) : (distribution.Quantile(LowShare), distribution.Quantile(HighShare));
            rows.Add(new(parameter.Parameter, low, high, DeltaAt(parameter.Parameter, low, policy, against), DeltaAt(parameter.Parameter, high, policy, against)));
        }

        return new(
            Delta(_means, policy, against),
            [.. rows.OrderByDescending(r => r.Swing).ThenBy(r => ModelParameters.Of(r.Parameter).Key, StringComparer.Ordinal)]);
    }

    /// <summary>The value of one parameter at which both policies are worth the same, the others at their means; of several, the one nearest to the mean. Null if there is none.</summary>
    /// <param name="parameter">Which.</param>
    /// <param name="from">Lowest value looked at.</param>
    /// <param name="to">Highest value looked at.</param>
    /// <param name="policy">The one.</param>
    /// <param name="against">The other.</param>
    public double? BreakEven(Parameter parameter, double from, double to, Policy policy, Policy against)
    {
        var roots = new List<double>();
        var (left, deltaLeft) = (from, DeltaAt(parameter, from, policy, against));
        for (var i = 1; i <= Scans; i++)
        {
            var right = from + ((to - from) * i / Scans);
            var deltaRight = DeltaAt(parameter, right, policy, against);
            if (deltaLeft == 0) roots.Add(left);
            else if (deltaLeft < 0 != deltaRight < 0) roots.Add(Bisect(left, right, deltaLeft < 0));
            (left, deltaLeft) = (right, deltaRight);
        }

        return roots.Count == 0 ? null : roots.MinBy(r => Math.Abs(r - _means[parameter]));

        double Bisect(double low, double high, bool isNegativeAtLow)
        {
            for (var step = 0; step < Bisections; step++)
            {
                var middle = 0.5 * (low + high);
                if (DeltaAt(parameter, middle, policy, against) < 0 == isNegativeAtLow) low = middle;
                else high = middle;
            }

            return 0.5 * (low + high);
        }
    }

    /// <summary>The best mix of cutting, moving and attrition on a grid; of equals, the first.</summary>
    /// <param name="steps">Into how many parts the displaced positions are divided.</param>
    public BestMix BestMix(int steps)
    {
        _world.Load(_means, StaffTotals.Of(_input.Staff, _means));
        var step = 1.0 / steps;
        BestMix? best = null;
        for (var cut = 0; cut <= steps; cut++)
        {
            for (var move = 0; move <= steps - cut; move++)
            {
                for (var attrition = 0; attrition <= steps - cut - move; attrition++)
                {
                    var policy = new Policy("", cut * step, move * step, attrition * step);
                    var npv = ScenarioModel.NpvOf(_model, _world, policy);
                    if (best is null || npv > best.Npv + BetterBy) best = new(npv, policy.LayoffShare, policy.ReallocShare, policy.AttritionShare);
                }
            }
        }

        return best!;
    }

    private double DeltaAt(Parameter parameter, double value, Policy policy, Policy against) => Delta(_means.With(parameter, value), policy, against);

    private double Delta(ParameterSet values, Policy policy, Policy against)
    {
        _world.Load(values, StaffTotals.Of(_input.Staff, values));
        return ScenarioModel.NpvOf(_model, _world, policy) - ScenarioModel.NpvOf(_model, _world, against);
    }
}
