using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// A person, or people who are alike. Large organisations come as some hundred cells of level, cost, length of service and whether the position is displaced;
/// the results are those of listing everybody.
/// </summary>
/// <param name="Level">Junior to principal.</param>
/// <param name="AnnualLoadedCost">Of one of them, pay and everything that comes with it.</param>
/// <param name="TenureYears">Years of service.</param>
/// <param name="IsDisplaced">Whether the position is one of those to be cut or moved.</param>
public readonly record struct StaffCell(Level Level, double AnnualLoadedCost, double TenureYears, bool IsDisplaced)
{
    private const double FullKnowledgeYears = 10;

    public double Count { get; init; } = 1;

    /// <summary>What one of them knows that others need; null works it out from level and service.</summary>
    public double? KnowledgeWeight { get; init; }

    /// <summary>More for seniority, and more with each of the first ten years.</summary>
    public double Knowledge => KnowledgeWeight ?? LevelWeight * (0.2 + (0.8 * Math.Min(TenureYears, FullKnowledgeYears) / FullKnowledgeYears));

    private double LevelWeight =>
        Level switch
        {
            Level.Junior => 1,
            Level.Mid => 1.5,
            Level.Senior => 2.5,
            Level.Principal => 4,
            _ => throw new InvalidOperationException($"{Level} has no weight; the input is checked before it is used."),
        };
}
