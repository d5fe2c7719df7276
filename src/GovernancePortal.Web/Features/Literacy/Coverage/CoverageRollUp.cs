using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>A unit's place, as far as adding up needs it.</summary>
internal sealed record PlacedUnit(UnitId Id, UnitId? ParentId, string Name, int Left, int Right);

/// <summary>Adds the coverage of units' own people up to the units above them.</summary>
internal sealed class CoverageRollUp
{
    private readonly List<int> _lefts;
    private readonly int[] _asked;
    private readonly int[] _met;

    private CoverageRollUp(IReadOnlyList<PlacedUnit> units, IReadOnlyDictionary<UnitId, CoverageCount> counts)
    {
        Units = units;
        _lefts = [.. units.Select(u => u.Left)];
        (_asked, _met) = (new int[units.Count + 1], new int[units.Count + 1]);
        for (var i = 0; i < units.Count; i++)
        {
            var own = counts.GetValueOrDefault(units[i].Id);
            (_asked[i + 1], _met[i + 1]) = (_asked[i] + own.Asked, _met[i] + own.Met);
        }
    }

    /// <summary>From left to right, which is depth first.</summary>
    public IReadOnlyList<PlacedUnit> Units { get; }

    public static async Task<CoverageRollUp> OfAsync(
        PortalDbContext db, UnitScope scope, IReadOnlyDictionary<UnitId, CoverageCount> counts, CancellationToken cancellationToken) =>
        new(
            await db.Units.AsNoTracking().Within(scope).OrderBy(u => u.Left).Select(u => new PlacedUnit(u.Id, u.ParentId, u.Name, u.Left, u.Right)).ToListAsync(cancellationToken),
            counts);

    /// <summary>A unit and everything below it: the sum up to its end less the sum before its beginning.</summary>
    public CoverageCount Sum(int left, int right)
    {
        var (from, to) = (FirstAtLeast(left), FirstAtLeast(right + 1));
        return new CoverageCount(_asked[to] - _asked[from], _met[to] - _met[from]);
    }

    private int FirstAtLeast(int left)
    {
        var found = _lefts.BinarySearch(left);
        return found >= 0 ? found : ~found;
    }
}
