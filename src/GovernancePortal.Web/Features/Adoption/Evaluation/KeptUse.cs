using GovernancePortal.Data;
using GovernancePortal.Data.Ledger;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>
/// The use of every unit as the last run counted it. Counting the people of a large unit takes longer than somebody should wait for one target; a run over all
/// targets counts everybody anyway, and keeps what it found. It holds until an import or a decision on a login could have changed a person, a unit or a day of use.
/// </summary>
internal static class KeptUse
{
    /// <summary>What use rests on; read it before counting, so that what is written meanwhile is missed by nobody.</summary>
    public static async Task<long> BasisAsync(PortalDbContext db, CancellationToken cancellationToken) => await db.LedgerEntries.NewestAsync(UseDecisions.All, cancellationToken) ?? -1;

    /// <summary>The counts of the units; null when they are of another day or something was written since.</summary>
    public static async Task<IReadOnlyList<UnitUse>?> FindAsync(PortalDbContext db, UnitScope units, DateOnly day, CancellationToken cancellationToken)
    {
        var covered = db.Units.Within(units).Select(u => u.Id);
        var kept = await db.UnitUses.AsNoTracking().Where(u => u.Day == day && covered.Contains(u.UnitId)).ToListAsync(cancellationToken);
        if (kept.Count == 0) return null;

        var basis = await BasisAsync(db, cancellationToken);
        return kept.TrueForAll(u => u.Basis == basis) ? kept : null;
    }

    /// <summary>Replaces what was kept, in one save.</summary>
    public static async Task WriteAsync(PortalDbContext db, DateOnly day, DateOnly until, long basis, IReadOnlyDictionary<UnitId, (int Active, int People)> counts, CancellationToken cancellationToken)
    {
        var kept = await db.UnitUses.ToDictionaryAsync(u => u.UnitId, cancellationToken);
        db.UnitUses.RemoveRange(kept.Values.Where(u => !counts.ContainsKey(u.UnitId)));
        foreach (var (unit, (active, people)) in counts)
        {
            if (!kept.TryGetValue(unit, out var row)) db.UnitUses.Add(row = new UnitUse(unit));
            row.Count(day, until, basis, active, people);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
