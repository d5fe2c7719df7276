namespace GovernancePortal.Domain.Adoption;

/// <summary>The 95% range in which a proportion lies, given how few cases it was seen in.</summary>
public sealed record WilsonInterval(double Low, double High)
{
    private const double Z = 1.959963984540054;

    /// <summary>Of <paramref name="hits"/> among <paramref name="cases"/>; without cases anything is possible.</summary>
    public static WilsonInterval Of(long hits, long cases)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, cases);
        if (cases == 0) return new(0, 1);

        double n = cases;
        var p = hits / n;
        const double Z2 = Z * Z;
        var centre = (p + (Z2 / (2 * n))) / (1 + (Z2 / n));
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (Z2 / (4 * n * n))) / (1 + (Z2 / n));
        return new(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
