using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.CorrectIncident;

/// <summary>The facts that are to be corrected.</summary>
[Requires(Policies.ClassifyIncidents)]
public sealed record GetIncidentFactsQuery(IncidentId IncidentId) : IRequest<Result<IncidentFactsRead>>;

public sealed record IncidentFactsRead(IncidentId Id, int Version, string Number, IncidentFacts Facts, string UnitPath);

/// <summary>Corrects what happened; what stood before stays readable.</summary>
/// <param name="Version">Of the incident, as it was read.</param>
[Requires(Policies.ClassifyIncidents)]
public sealed record CorrectIncidentCommand(IncidentId IncidentId, int Version, IncidentFacts Facts, string Reason) : IRequest<Result>;

internal sealed class CorrectIncidentHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetIncidentFactsQuery, Result<IncidentFactsRead>>,
        IRequestHandler<CorrectIncidentCommand, Result>
{
    public async Task<Result<IncidentFactsRead>> Handle(GetIncidentFactsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var incident = await db.Incidents.AsNoTracking().Within(db, user.ScopeOf(Policies.ClassifyIncidents)).SingleOrDefaultAsync(i => i.Id == request.IncidentId, cancellationToken);
        if (incident is null) return CommonErrors.NotFound;

        var path = await db.Units.Where(u => u.Id == incident.UnitId).Select(u => u.Path).SingleAsync(cancellationToken);
        return new IncidentFactsRead(incident.Id, incident.Version, incident.Number, incident.Facts, path);
    }

    public async Task<Result> Handle(CorrectIncidentCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ClassifyIncidents);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, scope), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (incident, now) = (found.Value, clock.GetUtcNow());
        // A lead could otherwise move an incident out of everybody's sight but that of the wider roles.
        if (request.Facts.UnitId.Value != Guid.Empty && request.Facts.UnitId != incident.UnitId && !await IncidentAccess.CoversAsync(db, scope, request.Facts.UnitId, cancellationToken))
            return FieldRefusal.At(nameof(request.Facts.UnitId), "Choose a unit that your role covers.");

        var before = incident.Facts;
        var corrected = incident.Correct(request.Facts, request.Reason, me, now);
        if (!corrected.IsSuccess) return corrected;

        db.Tell(user, incident, "corrected", new { by = me.Value, reason = request.Reason.Trim(), before = IncidentPayload.Of(before), after = IncidentPayload.Of(incident.Facts) }, now);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
