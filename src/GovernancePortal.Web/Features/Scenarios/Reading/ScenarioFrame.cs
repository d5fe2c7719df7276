using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Web.Features.Scenarios.Reading;

/// <summary>Over how long, and for what size of business.</summary>
public sealed record ScenarioFrame(int HorizonMonths, double AnnualRevenue, string Currency)
{
    public static ScenarioFrame Of(ScenarioInput input) => new(input.HorizonMonths, input.AnnualRevenue, input.Currency);
}

/// <summary>Positions of one level.</summary>
public sealed record LevelCount(Level Level, double Positions, double Displaced)
{
    /// <summary>From junior to principal, those without positions too.</summary>
    public static IReadOnlyList<LevelCount> Of(IEnumerable<StaffCell> cells)
    {
        var byLevel = cells.ToLookup(c => c.Level);
        return [.. Levels.Select(l => new LevelCount(l, byLevel[l].Sum(c => c.Count), byLevel[l].Where(c => c.IsDisplaced).Sum(c => c.Count)))];
    }

    public static IReadOnlyList<Level> Levels { get; } = [Level.Junior, Level.Mid, Level.Senior, Level.Principal];
}
