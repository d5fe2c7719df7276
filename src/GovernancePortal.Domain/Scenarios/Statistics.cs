namespace GovernancePortal.Domain.Scenarios;

/// <summary>The few statistics the model needs.</summary>
internal static class Statistics
{
    public static double[] Sorted(double[] values)
    {
        var copy = (double[])values.Clone();
        Array.Sort(copy);
        return copy;
    }

    public static double Mean(double[] values)
    {
        double sum = 0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    /// <summary>Linear interpolation between order statistics, Hyndman and Fan's type 7.</summary>
    /// <param name="sorted">At least one.</param>
    /// <param name="share">0 to 1.</param>
    public static double Percentile(double[] sorted, double share)
    {
        var place = (sorted.Length - 1) * share;
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (place - below));
    }

    /// <summary>From 1; equal values share the mean of their ranks.</summary>
    public static double[] Ranks(double[] values)
    {
        var keys = (double[])values.Clone();
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(keys, order);
        var ranks = new double[values.Length];
        for (var first = 0; first < keys.Length;)
        {
            var last = first;
            while (last + 1 < keys.Length && keys[last + 1] == keys[first]) last++;
            for (var k = first; k <= last; k++) ranks[order[k]] = ((first + last) / 2.0) + 1;
            first = last + 1;
        }

        return ranks;
    }

    /// <summary>Pearson's; 0 when one side does not vary.</summary>
    public static double Correlation(double[] x, double[] y)
    {
        var (meanX, meanY) = (Mean(x), Mean(y));
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - meanX, y[i] - meanY);
            xy += dx * dy;
            xx += dx * dx;
            yy += dy * dy;
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }
}
