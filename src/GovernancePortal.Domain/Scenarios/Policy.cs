namespace GovernancePortal.Domain.Scenarios;

/// <summary>What is done with the displaced positions. Shares are of those positions; what no share covers stays in the core.</summary>
/// <param name="Name">Unique within a scenario.</param>
/// <param name="LayoffShare">Cut.</param>
/// <param name="ReallocShare">Moved into new roles.</param>
/// <param name="AttritionShare">Closed when somebody leaves by themselves.</param>
public sealed record Policy(string Name, double LayoffShare, double ReallocShare, double AttritionShare)
{
    public const string CutName = "Cut";
    public const string ReallocateName = "Reallocate";

    /// <summary>Of the new roles, those that vet AI-assisted changes.</summary>
    public double SplitVetting { get; init; } = 0.5;

    /// <summary>Of the new roles, those that build guardrails.</summary>
    public double SplitGuardrail { get; init; } = 0.25;

    /// <summary>Of the new roles, those that keep the knowledge base.</summary>
    public double SplitKb { get; init; } = 0.25;

    /// <summary>How much later AI is rolled out while guardrails are built; counts only where people are moved.</summary>
    public double AdoptionDelayMonths { get; init; } = 2;

    /// <summary>Vetters under contract, paid for from what a cut saves.</summary>
    public double ExternalVetters { get; init; }

    /// <summary>The four that every scenario compares unless it says otherwise; the first is the reference.</summary>
    public static IReadOnlyList<Policy> Defaults { get; } =
        [new("Baseline", 0, 0, 0), new(CutName, 1, 0, 0), new(ReallocateName, 0, 1, 0), new("Hybrid", 0, 0.6, 0.4)];
}
