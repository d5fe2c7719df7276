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
        var sums = await CoverageRollUp.OfAsync(db, Scope, counts, cancellationToken);
        var below = sums.Units.Where(u => Unit is null ? Scope.Ranges.Any(r => r.Left == u.Left) : u.ParentId == Unit.Id);
        return [.. below.Select(u => new UnitCoverage(u.Id, u.Name, sums.Sum(u.Left, u.Right), u.Right > u.Left)).OrderByDescending(u => u.Count.Lacking).ThenBy(u => u.Name, StringComparer.Ordinal)];
    }
}
