using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.CloseIncident;

/// <summary>Closes an incident whose causes are answered and whose follow-ups are done.</summary>
/// <param name="Version">Of the incident, as it was read.</param>
[Requires(Policies.ClassifyIncidents)]
public sealed record CloseIncidentCommand(IncidentId IncidentId, int Version) : IRequest<Result>;

/// <summary>Opens a closed incident again, with a reason that its timeline keeps.</summary>
[Requires(Policies.ClassifyIncidents)]
public sealed record ReopenIncidentCommand(IncidentId IncidentId, int Version, string Reason) : IRequest<Result>;

internal sealed class CloseIncidentHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<CloseIncidentCommand, Result>,
        IRequestHandler<ReopenIncidentCommand, Result>
{
    public async Task<Result> Handle(CloseIncidentCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, user.ScopeOf(Policies.ClassifyIncidents)), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var closed = found.Value.Close(me, clock.GetUtcNow());
        if (!closed.IsSuccess) return closed;

        db.Tell(user, found.Value, "closed", new { by = me.Value, cause = IncidentPayload.Of(found.Value.InForce?.Cause) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(ReopenIncidentCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, user.ScopeOf(Policies.ClassifyIncidents)), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var opened = found.Value.Reopen(request.Reason, me, clock.GetUtcNow());
        if (!opened.IsSuccess) return opened;

        db.Tell(user, found.Value, "reopened", new { by = me.Value, reason = request.Reason.Trim() });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
