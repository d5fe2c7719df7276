using GovernancePortal.Data;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>Finds where a unit stands in the tree.</summary>
public sealed class UnitLookup(IDbContextFactory<PortalDbContext> contexts)
{
    /// <summary>The unit's <see cref="Unit.Left"/>, or null when there is no such unit.</summary>
    public async Task<int?> LeftOfAsync(UnitId unitId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Units.Where(u => u.Id == unitId).Select(u => (int?)u.Left).SingleOrDefaultAsync(cancellationToken);
    }
}
