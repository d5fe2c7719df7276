using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.Cases;

/// <summary>Which cases somebody may see and change. What they may not see is not there for them.</summary>
internal static class CaseAccess
{
    public static IQueryable<DisplacementCase> Within(this IQueryable<DisplacementCase> cases, PortalDbContext db, UnitScope scope)
    {
        if (scope.IsWholeOrganisation) return cases;
        var covered = db.Units.Within(scope).Select(u => u.Id);
        return cases.Where(c => covered.Contains(c.UnitId));
    }

    /// <summary>Everything of their units for Human Resources; for auditors what has been published.</summary>
    public static IQueryable<DisplacementCase> ReadableBy(this IQueryable<DisplacementCase> cases, PortalDbContext db, CurrentUser user)
    {
        if (user.Has(Policies.ManageCases)) return cases.Within(db, user.ScopeOf(Policies.ManageCases));
        return cases.Within(db, user.ScopeOf(Policies.ReadCases)).Where(c => c.PublishedAt != null);
    }

    public static async Task<Result<DisplacementCase>> FindAsync(PortalDbContext db, CurrentUser user, CaseId id, CancellationToken cancellationToken) =>
        await db.DisplacementCases.AsNoTracking().ReadableBy(db, user).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is { } found ? found : CaseErrors.NotFound;

    /// <summary>Loads it with its positions, for a change that was decided on looking at <paramref name="version"/>; whatever part is changed, the save counts as one of the case.</summary>
    public static async Task<Result<DisplacementCase>> FindForChangeAsync(PortalDbContext db, CurrentUser user, CaseId id, int version, CancellationToken cancellationToken)
    {
        var found = await db.DisplacementCases.Include(c => c.Positions).Within(db, user.ScopeOf(Policies.ManageCases)).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (found is null) return CaseErrors.NotFound;
        if (found.Version != version) return CommonErrors.ChangedMeanwhile;
        db.Entry(found).Property(c => c.Version).IsModified = true;
        return found;
    }

    /// <summary>
    /// Writes the entry for the ledger. Others read the ledger than may know of a case, so an entry names neither its unit nor anybody concerned: they stand in it as a digest that the case alone can explain.
    /// </summary>
    public static void Tell(this PortalDbContext db, CurrentUser user, DisplacementCase one, string what, object payload) => db.Record(user.Actor, $"case.{what}", Subject(one.Id), payload);

    public static string Subject(CaseId id) => $"case:{id}";
}
