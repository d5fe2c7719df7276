using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.Reading;

/// <summary>Which plans somebody may see and change. What they may not see is not there for them.</summary>
internal static class PlanAccess
{
    public static IQueryable<ReallocationPlan> Within(this IQueryable<ReallocationPlan> plans, PortalDbContext db, UnitScope scope)
    {
        if (scope.IsWholeOrganisation) return plans;
        var covered = db.Units.Within(scope).Select(u => u.Id);
        return plans.Where(p => covered.Contains(p.UnitId));
    }

    /// <summary>
    /// Everything of their units for Human Resources, what was put before them for executives, and for auditors what has been published. A plan that went back to
    /// a draft because its data changed was put before an executive, who sees what changed.
    /// </summary>
    public static IQueryable<ReallocationPlan> ReadableBy(this IQueryable<ReallocationPlan> plans, PortalDbContext db, CurrentUser user)
    {
        var making = db.Units.Within(user.ScopeOf(Policies.EditPlans)).Select(u => u.Id);
        var deciding = db.Units.Within(user.ScopeOf(Policies.DecidePlans)).Select(u => u.Id);
        var reading = db.Units.Within(user.ScopeOf(Policies.SeePlans)).Select(u => u.Id);
        return plans.Where(p =>
            making.Contains(p.UnitId)
            || (deciding.Contains(p.UnitId) && p.State != PlanState.Withdrawn && (p.State != PlanState.Draft || p.DifferenceJson != "[]"))
            || (reading.Contains(p.UnitId) && (p.State == PlanState.Published || p.State == PlanState.Closed)));
    }

    /// <summary>Loads it with its moves and pairs, for a change that was decided on looking at <paramref name="version"/>; whatever part is changed, the save counts as one of the plan.</summary>
    public static Task<Result<ReallocationPlan>> FindForChangeAsync(PortalDbContext db, CurrentUser user, PlanId id, int version, CancellationToken cancellationToken) =>
        FindForChangeAsync(db, db.ReallocationPlans.Within(db, user.ScopeOf(Policies.EditPlans)), id, version, cancellationToken);

    /// <summary>The same for whoever decides on it.</summary>
    public static Task<Result<ReallocationPlan>> FindForDecisionAsync(PortalDbContext db, CurrentUser user, PlanId id, int version, CancellationToken cancellationToken) =>
        FindForChangeAsync(db, db.ReallocationPlans.ReadableBy(db, user).Within(db, user.ScopeOf(Policies.DecidePlans)), id, version, cancellationToken);

    /// <summary>Writes the entry for the ledger. Others read the ledger than may know of a plan, so an entry names neither its unit nor its case nor anybody concerned.</summary>
    public static void Tell(this PortalDbContext db, CurrentUser user, PlanId plan, string what, object payload) => db.Record(user.Actor, $"plan.{what}", Subject(plan), payload);

    /// <summary>As the ledger names it.</summary>
    public static string Subject(PlanId id) => $"plan:{id}";

    private static async Task<Result<ReallocationPlan>> FindForChangeAsync(PortalDbContext db, IQueryable<ReallocationPlan> plans, PlanId id, int version, CancellationToken cancellationToken)
    {
        var found = await plans.Include(p => p.Moves).Include(p => p.Pairs).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (found is null) return PlanErrors.NotFound;
        if (found.Version != version) return CommonErrors.ChangedMeanwhile;
        db.Entry(found).Property(p => p.Version).IsModified = true;
        return found;
    }
}
