using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>Finds a target in the part of the organisation for which the user meets a policy.</summary>
internal static class TargetAccess
{
    public static IQueryable<AdoptionTarget> Within(this IQueryable<AdoptionTarget> targets, PortalDbContext db, CurrentUser user, string policy)
    {
        var covered = db.Units.Within(user.ScopeOf(policy)).Select(u => u.Id);
        return targets.Where(t => covered.Contains(t.Scope!.Value));
    }

    /// <summary>Also targets of the units above: whoever works in a unit is meant by them as well.</summary>
    public static IQueryable<AdoptionTarget> Concerning(this IQueryable<AdoptionTarget> targets, PortalDbContext db, CurrentUser user, string policy)
    {
        var covered = db.Units.Concerning(user.ScopeOf(policy)).Select(u => u.Id);
        return targets.Where(t => covered.Contains(t.Scope!.Value));
    }

    /// <summary>Those that name the user as owner or deputy, in whatever unit.</summary>
    public static IQueryable<AdoptionTarget> Naming(this IQueryable<AdoptionTarget> targets, CurrentUser user)
    {
        var me = user.PersonId;
        return targets.Where(t => me != null && (t.Owner == me || t.Deputy == me));
    }

    /// <summary>Loads it for a change that was decided on looking at <paramref name="version"/>.</summary>
    public static Task<Result<AdoptionTarget>> FindAsync(
        PortalDbContext db, CurrentUser user, string policy, AdoptionTargetId id, int version, CancellationToken cancellationToken) =>
        FindAsync(db.AdoptionTargets.Within(db, user, policy), id, version, cancellationToken);

    /// <param name="targets">Those that the user may reach.</param>
    /// <param name="id">Which one.</param>
    /// <param name="version">As it was read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<Result<AdoptionTarget>> FindAsync(IQueryable<AdoptionTarget> targets, AdoptionTargetId id, int version, CancellationToken cancellationToken)
    {
        var target = await targets.SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (target is null) return TargetErrors.NotFound;

        // Told here rather than at the save, because the domain would refuse first and for a reason that hides the race.
        return target.Version == version ? target : CommonErrors.ChangedMeanwhile;
    }

    /// <summary>What the decision rested on, for the ledger.</summary>
    public static object EvidenceOf(AdoptionTarget target) => new
    {
        state = target.State.ToString(),
        readiness = target.Readiness,
        evaluatedOn = target.LastEvaluatedOn,
        guardrails = target.Guardrails.Select(g => new
        {
            key = g.Key,
            value = g.LastValue,
            enter = g.Enter,
            exit = g.Exit,
            sample = g.LastSample,
            status = g.LastStatus.ToString(),
            holds = g.Holds,
            mode = g.Mode.ToString(),
            waivedUntil = g.WaivedUntil,
        }),
    };
}
