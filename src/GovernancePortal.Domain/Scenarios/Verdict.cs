namespace GovernancePortal.Domain.Scenarios;

/// <summary>Five bands of the probability that Reallocate beats Cut. It compares these two only; another policy may beat both.</summary>
public static class Verdict
{
    public const string NoDifference = "No difference";

    // A result this many standard errors from the edge of a band may lie in the next.
    private const double NearErrors = 2;

    private static readonly double[] Edges = [0.2, 0.4, 0.6, 0.8];

    public static string Of(double probability) =>
        probability switch
        {
            >= 0.8 => "Reallocate favoured",
            >= 0.6 => "Leans Reallocate",
            > 0.4 => "Too close to call",
            > 0.2 => "Leans Cut",
            _ => "Cut favoured",
        };

    /// <summary>Whether more draws could move the verdict to the next band.</summary>
    public static bool IsNearNextBand(double probability, double standardError) => Edges.Any(edge => Math.Abs(probability - edge) <= NearErrors * standardError);
}
