using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.AttributeIncident;

/// <summary>The incident whose cause is to be stated.</summary>
[Requires(Policies.ClassifyIncidents)]
public sealed record GetIncidentCauseQuery(IncidentId IncidentId) : IRequest<Result<IncidentCause>>;

/// <param name="InForce">Null while none is stated.</param>
/// <param name="IsWaiting">A version already waits for a second person.</param>
public sealed record IncidentCause(IncidentId Id, int Version, string Number, string Title, Cause? InForce, bool IsWaiting, bool IsClosed);

/// <summary>Writes a version of the cause. One that takes AI out of it waits for a second person.</summary>
/// <param name="Version">Of the incident, as it was read.</param>
/// <param name="Reason">Why it takes the place of the one before; the first needs none.</param>
/// <param name="AskSecond">Lets it wait for a second person although it takes nothing out.</param>
[Requires(Policies.ClassifyIncidents)]
public sealed record AttributeIncidentCommand(IncidentId IncidentId, int Version, Cause Cause, string Reason, bool AskSecond = false) : IRequest<Result<AttributionState>>;

internal sealed class AttributeIncidentHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetIncidentCauseQuery, Result<IncidentCause>>,
        IRequestHandler<AttributeIncidentCommand, Result<AttributionState>>
{
    public async Task<Result<IncidentCause>> Handle(GetIncidentCauseQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var incident = await db
            .Incidents.AsNoTracking().Within(db, user.ScopeOf(Policies.ClassifyIncidents)).Include(i => i.Attributions)
            .SingleOrDefaultAsync(i => i.Id == request.IncidentId, cancellationToken);
        return incident is null
            ? CommonErrors.NotFound
            : new IncidentCause(incident.Id, incident.Version, incident.Number, incident.Title, incident.InForce?.Cause, incident.Waiting is not null, incident.State == IncidentState.Closed);
    }

    public async Task<Result<AttributionState>> Handle(AttributeIncidentCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, user.ScopeOf(Policies.ClassifyIncidents)), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (incident, now) = (found.Value, clock.GetUtcNow());
        var (before, hadMisled) = (incident.InForce, MisleadingPages.Misled(incident));
        var written = incident.Attribute(request.Cause, request.Reason, me, now, request.AskSecond);
        if (!written.IsSuccess) return written.Error!;

        var version = written.Value;
        db.Tell(
            user,
            incident,
            version.NeedsAgreement ? "attribution.proposed" : "attributed",
            new { version = version.Number, by = me.Value, reason = version.Reason, inForce = !version.NeedsAgreement, before = IncidentPayload.Of(before?.Cause), after = IncidentPayload.Of(version.Cause) },
            version.NeedsAgreement ? null : now);
        if (!hadMisled) await MisleadingPages.WithholdAsync(db, user, incident, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return version.State;
    }
}
