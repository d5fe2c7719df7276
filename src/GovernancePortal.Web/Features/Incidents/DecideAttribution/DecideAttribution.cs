using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.DecideAttribution;

/// <summary>A second person agrees that AI is taken out of a cause, or refuses with a reason.</summary>
/// <param name="Version">Of the incident, as it was read.</param>
/// <param name="Number">Which version of the cause.</param>
[Requires(Policies.AgreeToAttributions)]
public sealed record DecideAttributionCommand(IncidentId IncidentId, int Version, int Number, bool Agree, string Reason = "") : IRequest<Result>;

internal sealed class DecideAttributionHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<DecideAttributionCommand, Result>
{
    public async Task<Result> Handle(DecideAttributionCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, user.ScopeOf(Policies.AgreeToAttributions)), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (incident, now) = (found.Value, clock.GetUtcNow());
        var hadMisled = MisleadingPages.Misled(incident);
        var (before, proposed) = (incident.InForce?.Cause, incident.Waiting?.Cause);
        var decided = request.Agree ? incident.AgreeToAttribution(request.Number, me, now) : incident.RefuseAttribution(request.Number, request.Reason, me, now);
        if (!decided.IsSuccess) return decided;

        db.Tell(
            user,
            incident,
            request.Agree ? "attribution.agreed" : "attribution.refused",
            new { version = request.Number, by = me.Value, reason = request.Reason.Trim(), before = IncidentPayload.Of(before), after = IncidentPayload.Of(proposed) },
            request.Agree ? now : null);
        if (!hadMisled) await MisleadingPages.WithholdAsync(db, user, incident, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
