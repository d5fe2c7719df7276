using static System.Math;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// Draws severe incidents: how many a month (Poisson, with a log-normal frailty that all months share) and how long each lasts (log-normal). The random numbers
/// of a draw are the same for all policies, so hours are worked out once for each month and count.
/// </summary>
internal sealed class IncidentDraws(ulong seed, int horizon)
{
    private const ulong FrailtyStream = 902;
    private const ulong CountStream = 1000;
    private const ulong HoursStream = 2000;
    private const ulong ManyStream = 900_000;
    private const int MostSingly = 64;
    private const int MostCounted = 1000;
    private const double NormalFrom = 50;

    private readonly double[] _chance = new double[horizon + 1];
    private readonly int[] _known = new int[horizon + 1];
    private readonly double[] _hours = new double[(horizon + 1) * (MostSingly + 1)];
    private ulong _draw;
    private double _frailty;
    private double _mean;
    private double _sigma;
    private double _median;

    public void Begin(ParameterSet values, ulong draw)
    {
        _draw = draw;
        (_mean, _sigma) = (values[Parameter.IncidentHoursMean], values[Parameter.IncidentHoursSigma]);
        _median = _mean * Exp(-0.5 * _sigma * _sigma);
        var spread = values[Parameter.IncidentFrailtySigma];
        _frailty = Exp((spread * NormalDistribution.Quantile(CounterRandom.Next(seed, FrailtyStream, draw))) - (0.5 * spread * spread));
        for (var month = 1; month <= horizon; month++) _chance[month] = CounterRandom.Next(seed, CountStream + (ulong)month, draw);
        Array.Clear(_known);
    }

    /// <summary>Hours of the incidents of a month.</summary>
    /// <param name="month">From 1.</param>
    /// <param name="expected">How many are expected without the frailty.</param>
    public double HoursIn(int month, double expected)
    {
        var count = Count(_chance[month], expected * _frailty);
        return count <= MostSingly ? Singly(month, count) : Together(month, count);
    }

    private static int Count(double chance, double rate)
    {
        if (rate <= 0) return 0;
        if (rate > NormalFrom) return (int)Max(0, Floor(rate + (Sqrt(rate) * NormalDistribution.Quantile(chance)) + 0.5));

        var (count, probability) = (0, Exp(-rate));
        var sum = probability;
        while (chance > sum && count < MostCounted)
        {
            count++;
            probability *= rate / count;
            sum += probability;
        }

        return count;
    }

    private double Singly(int month, int count)
    {
        var hours = _hours.AsSpan(month * (MostSingly + 1), MostSingly + 1);
        for (var j = _known[month]; j < count; j++)
        {
            var chance = CounterRandom.Next(seed, HoursStream + (ulong)((month * MostSingly) + j), _draw);
            hours[j + 1] = hours[j] + (_median * Exp(_sigma * NormalDistribution.Quantile(chance)));
        }

        _known[month] = Max(_known[month], count);
        return hours[count];
    }

    // So many that their sum is close to normal.
    private double Together(int month, int count)
    {
        var variation = Sqrt(Exp(_sigma * _sigma) - 1);
        return Max(0, count * _mean * (1 + (variation / Sqrt(count) * NormalDistribution.Quantile(CounterRandom.Next(seed, ManyStream + (ulong)month, _draw)))));
    }
}
