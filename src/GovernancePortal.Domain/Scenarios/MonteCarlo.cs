using System.Collections.Concurrent;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// Works the policies out many times, with parameters and incidents by chance. The result depends on the seed alone, not on the number of threads: a draw uses
/// random numbers of its own, and sums are made in the order of the draws.
/// </summary>
public static class MonteCarlo
{
    /// <summary>While somebody looks on; the standard error of a probability is then at most 0.011.</summary>
    public const int InteractiveDraws = 2_000;

    /// <summary>For a paper that is decided on.</summary>
    public const int BoardDraws = 10_000;

    // Draws that one thread takes at a time; between two of them it looks whether it should stop.
    private const int Together = 100;

    /// <param name="input">Without faults.</param>
    /// <param name="draws">At least 1.</param>
    /// <param name="seed">The same seed gives the same result, to the last bit.</param>
    /// <param name="progress">Told how many draws are done, from time to time and on any thread.</param>
    /// <param name="cancellationToken">Ends the work at once.</param>
    /// <exception cref="ArgumentException">The input has faults; see <see cref="ScenarioFaults"/>.</exception>
    public static MonteCarloResult Run(ScenarioInput input, int draws, ulong seed, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        ScenarioFaults.ThrowIfAny(input);
        var distributions = input.Distributions();
        var samples = new DrawSamples(draws, input.Policies.Count, new ParameterDraws(distributions, seed).Drawn) { Cash = new CashSamples(draws, input.Policies.Count, input.HorizonMonths) };
        var done = 0;
        // Ranges in turn, not halves: a thread that starts late takes fewer.
        var parts = Partitioner.Create(0, draws, Math.Min(Together, draws));
        Parallel.ForEach(
            parts,
            new ParallelOptions { CancellationToken = cancellationToken },
            () => new DrawRunner(input, distributions, seed, samples),
            (range, state, runner) =>
            {
                for (var draw = range.Item1; draw < range.Item2 && !cancellationToken.IsCancellationRequested; draw++) runner.Run(draw);
                if (!cancellationToken.IsCancellationRequested) progress?.Report(Interlocked.Add(ref done, range.Item2 - range.Item1));
                return runner;
            },
            _ => { });
        cancellationToken.ThrowIfCancellationRequested();
        return MonteCarloSummary.Of(input, samples, seed);
    }
}

/// <summary>What each draw gave; every thread writes to places of its own.</summary>
internal sealed class DrawSamples(int draws, int policies, IReadOnlyList<ParameterDefinition> drawn)
{
    public int Draws => draws;

    public IReadOnlyList<ParameterDefinition> Drawn => drawn;

    /// <summary>Net present value by policy and draw.</summary>
    public double[][] Npv { get; } = Arrays(policies, draws);

    /// <summary>Loss by severe incidents over the horizon, not discounted.</summary>
    public double[][] Loss { get; } = Arrays(policies, draws);

    /// <summary>The way to it, for the first draws.</summary>
    public required CashSamples Cash { get; init; }

    /// <summary>The parameters that are drawn, in their order.</summary>
    public double[][] Values { get; } = Arrays(drawn.Count, draws);

    private static double[][] Arrays(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new double[length])];
}

/// <summary>Works draws out, one after the other, on one thread.</summary>
internal sealed class DrawRunner
{
    private readonly ScenarioInput _input;
    private readonly DrawSamples _samples;
    private readonly ParameterDraws _parameters;
    private readonly IncidentDraws _incidents;
    private readonly ParameterSet _values;
    private readonly ModelWorld _world;
    private readonly PolicyModel _model;
    private readonly StaffTotals? _staff;

    public DrawRunner(ScenarioInput input, IReadOnlyList<Distribution> distributions, ulong seed, DrawSamples samples)
    {
        (_input, _samples) = (input, samples);
        _parameters = new ParameterDraws(distributions, seed);
        _incidents = new IncidentDraws(seed, input.HorizonMonths);
        _values = ParameterSet.Means(distributions);
        _world = new ModelWorld(input.HorizonMonths, input.AnnualRevenue);
        _model = new PolicyModel(_world);
        // What is fixed is in the means already, so totals that depend on nothing else are worked out once.
        _staff = _parameters.KeepsStaff ? StaffTotals.Of(input.Staff, _values) : null;
    }

    public void Run(int draw)
    {
        _parameters.Fill(_values, (ulong)draw);
        for (var i = 0; i < _samples.Drawn.Count; i++) _samples.Values[i][draw] = _values[_samples.Drawn[i].Parameter];
        _world.Load(_values, _staff ?? StaffTotals.Of(_input.Staff, _values));
        _incidents.Begin(_values, (ulong)draw);
        for (var i = 0; i < _input.Policies.Count; i++) (_samples.Npv[i][draw], _samples.Loss[i][draw]) = Run(i, draw);
    }

    private (double Npv, double Loss) Run(int policy, int draw)
    {
        double npv = 0, loss = 0;
        var costPerHour = _values[Parameter.IncidentCostPerHour];
        var cash = draw < _samples.Cash.Draws ? _samples.Cash : null;
        _model.Begin(_input.Policies[policy]);
        for (var month = 1; month <= _world.Horizon; month++)
        {
            _model.Step(month, out var result);
            var cost = _incidents.HoursIn(month, result.Incidents) * result.IncidentMultiplier * costPerHour;
            npv += (result.NetBeforeIncidents - cost) * result.Discount;
            loss += cost;
            cash?.Keep(policy, month, draw, npv);
        }

        return (npv, loss);
    }
}
