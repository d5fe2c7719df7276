using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.GetLiteracy;

/// <summary>The part of the organisation that the page shows.</summary>
/// <param name="Unit">Null when the role covers several units and none was chosen.</param>
internal sealed record LiteracyPlace(Unit? Unit, string Name, UnitScope Scope, UnitLink? Above)
{
    public static async Task<LiteracyPlace?> FindAsync(PortalDbContext db, UnitScope mine, UnitId? chosen, CancellationToken cancellationToken)
    {
        var units = db.Units.AsNoTracking().Within(mine);
        if (chosen is { } id) units = units.Where(u => u.Id == id);
        else
        {
            var lefts = mine.Ranges.Select(r => r.Left).ToArray();
            units = units.Where(u => lefts.Contains(u.Left));
        }

        var found = await units.OrderBy(u => u.Left).Take(2).ToListAsync(cancellationToken);
        if (found.Count == 0) return null;
        if (found.Count > 1) return new LiteracyPlace(null, "The units your role covers", mine, null);

        var unit = found[0];
        var above = await db.Units.Within(mine).Where(u => u.Id == unit.ParentId).Select(u => new UnitLink(u.Id, u.Name)).SingleOrDefaultAsync(cancellationToken);
        return new LiteracyPlace(unit, unit.Name, UnitScope.Of([new UnitRange(unit.Left, unit.Right)]), above);
    }

    /// <summary>The units directly below with the sums of everything below them; those in which most people lack training come first.</summary>
    public async Task<IReadOnlyList<UnitCoverage>> BelowAsync(PortalDbContext db, IReadOnlyDictionary<UnitId, CoverageCount> counts, CancellationToken cancellationToken)
    {
        var within = await db.Units.AsNoTracking().Within(Scope).OrderBy(u => u.Left).Select(u => new { u.Id, u.ParentId, u.Name, u.Left, u.Right }).ToListAsync(cancellationToken);
        var tops = Unit is null ? [.. within.Where(u => Scope.Ranges.Any(r => r.Left == u.Left))] : within.Where(u => u.ParentId == Unit.Id).ToList();

        // Sums from the left: the people of a unit and below are those up to its end less those before its beginning.
        var (asked, met) = (new int[within.Count + 1], new int[within.Count + 1]);
        for (var i = 0; i < within.Count; i++)
        {
            var own = counts.GetValueOrDefault(within[i].Id);
            (asked[i + 1], met[i + 1]) = (asked[i] + own.Asked, met[i] + own.Met);
        }

        var lefts = within.ConvertAll(u => u.Left);
        CoverageCount Sum(int left, int right)
        {
            var (from, to) = (FirstAtLeast(lefts, left), FirstAtLeast(lefts, right + 1));
            return new CoverageCount(asked[to] - asked[from], met[to] - met[from]);
        }

        return [.. tops.Select(u => new UnitCoverage(u.Id, u.Name, Sum(u.Left, u.Right), u.Right > u.Left)).OrderByDescending(u => u.Count.Lacking).ThenBy(u => u.Name, StringComparer.Ordinal)];
    }

    private static int FirstAtLeast(List<int> ascending, int value)
    {
        var found = ascending.BinarySearch(value);
        return found >= 0 ? found : ~found;
    }
}
