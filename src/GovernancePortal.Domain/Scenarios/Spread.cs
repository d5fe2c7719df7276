namespace GovernancePortal.Domain.Scenarios;

/// <summary>How the draws of one figure lie. Mean and median are both told: where losses are rare and large, they differ.</summary>
/// <param name="Mean">Of all draws.</param>
/// <param name="P10">One draw in ten lies below.</param>
/// <param name="P25">One draw in four lies below.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">One draw in four lies above.</param>
/// <param name="P90">One draw in ten lies above.</param>
public sealed record Spread(double Mean, double P10, double P25, double P50, double P75, double P90)
{
    /// <summary>On average there is a gain and in the middle draw a loss, or the other way round.</summary>
    public bool MeanAndMedianDisagree => (Mean > 0 && P50 < 0) || (Mean < 0 && P50 > 0);

    /// <summary>Sorts the values in place; their sum is made in the order they come in.</summary>
    internal static Spread OfSorting(double[] values)
    {
        var mean = Statistics.Mean(values);
        Array.Sort(values);
        return new(
            mean,
            Statistics.Percentile(values, 0.1),
            Statistics.Percentile(values, 0.25),
            Statistics.Percentile(values, 0.5),
            Statistics.Percentile(values, 0.75),
            Statistics.Percentile(values, 0.9));
    }
}

/// <summary>Where the discounted balance of a policy against the first lies after some months.</summary>
/// <param name="Month">How many; 0 is today, where nothing differs.</param>
/// <param name="Difference">In the scenario's currency.</param>
public sealed record FanPoint(int Month, Spread Difference);
