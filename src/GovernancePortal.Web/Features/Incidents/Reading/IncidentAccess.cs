using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.Reading;

/// <summary>Which incidents somebody may read and change.</summary>
internal static class IncidentAccess
{
    public static IQueryable<Incident> Within(this IQueryable<Incident> incidents, PortalDbContext db, UnitScope scope)
    {
        if (scope.IsWholeOrganisation) return incidents;
        var covered = db.Units.Within(scope).Select(u => u.Id);
        return incidents.Where(i => covered.Contains(i.UnitId));
    }

    /// <summary>Those of the user's units, those they reported, and those they have a follow-up of.</summary>
    public static IQueryable<Incident> ReadableBy(this IQueryable<Incident> incidents, PortalDbContext db, CurrentUser user)
    {
        var scope = user.ScopeOf(Policies.ViewIncidents);
        if (scope.IsWholeOrganisation || user.PersonId is not { } me) return incidents.Within(db, scope);
        var covered = db.Units.Within(scope).Select(u => u.Id);
        return incidents.Where(i => covered.Contains(i.UnitId) || i.ReportedBy == me || db.IncidentActions.Any(a => a.IncidentId == i.Id && a.Owner == me));
    }

    public static IQueryable<Incident> WithParts(this IQueryable<Incident> incidents) =>
        incidents.Include(i => i.Attributions).Include(i => i.Actions).Include(i => i.Events).Include(i => i.Links).Include(i => i.Corrections).AsSplitQuery();

    /// <summary>Loads it for a change that was decided on looking at <paramref name="version"/>; whatever part is changed, the save counts as one of the incident.</summary>
    public static async Task<Result<Incident>> FindAsync(
        PortalDbContext db, IQueryable<Incident> reachable, IncidentId id, int version, CancellationToken cancellationToken)
    {
        var incident = await reachable.WithParts().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (incident is null) return CommonErrors.NotFound;
        // Told before the domain refuses for a reason that hides the race.
        if (incident.Version != version) return CommonErrors.ChangedMeanwhile;

        db.Entry(incident).Property(i => i.Version).IsModified = true;
        return incident;
    }

    /// <summary>Writes the entry for the ledger; when minutes or involvement may have changed, live targets are looked at within the minute.</summary>
    public static void Tell(this PortalDbContext db, CurrentUser user, Incident incident, string what, object payload, DateTimeOffset? changedAt = null)
    {
        db.Record(user.Actor, $"incident.{what}", $"incident:{incident.Id}", payload);
        if (changedAt is { } now) db.EvaluationSignals.Add(new EvaluationSignal("incident", now));
    }

    /// <summary>Whether the unit is one that the scope covers.</summary>
    public static Task<bool> CoversAsync(PortalDbContext db, UnitScope scope, UnitId unit, CancellationToken cancellationToken) =>
        db.Units.Within(scope).AnyAsync(u => u.Id == unit, cancellationToken);
}
