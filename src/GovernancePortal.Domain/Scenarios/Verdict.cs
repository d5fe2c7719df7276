namespace GovernancePortal.Domain.Scenarios;

/// <summary>Five bands of the probability that Reallocate beats Cut. It compares these two only; another policy may beat both.</summary>
public static class Verdict
{
    public const string NoDifference = "No difference";

    // A result this many standard errors from the edge of a band may lie in the next.
    private const double NearErrors = 2;

    private static readonly double[] Edges = [0.2, 0.4, 0.6, 0.8];

    // From the lowest probability to the highest, as the edges are.
    private static readonly string[] Rising = ["Cut favoured", "Leans Cut", "Too close to call", "Leans Reallocate", "Reallocate favoured"];

    /// <summary>What a verdict may say, the best for moving people first.</summary>
    public static IReadOnlyList<string> Bands { get; } = [.. Enumerable.Reverse(Rising)];

    public static IReadOnlyList<string> ForMoving { get; } = Bands.Take(2).ToArray();

    public static IReadOnlyList<string> ForCutting { get; } = Bands.TakeLast(2).ToArray();

    public static string Of(double probability) => Rising[BandOf(probability)];

    /// <summary>Whether more draws could move the verdict to the next band.</summary>
    public static bool IsNearNextBand(double probability, double standardError) => NextBand(probability, standardError) is not null;

    /// <summary>The band beside the verdict that the probability cannot be told from; null when it is clear of all edges.</summary>
    public static string? NextBand(double probability, double standardError)
    {
        var nearest = Enumerable.Range(0, Edges.Length).MinBy(i => Math.Abs(probability - Edges[i]));
        if (Math.Abs(probability - Edges[nearest]) > NearErrors * standardError) return null;
        return Rising[BandOf(probability) == nearest ? nearest + 1 : nearest];
    }

    private static int BandOf(double probability) =>
        probability switch
        {
            >= 0.8 => 4,
            >= 0.6 => 3,
            > 0.4 => 2,
            > 0.2 => 1,
            _ => 0,
        };
}
