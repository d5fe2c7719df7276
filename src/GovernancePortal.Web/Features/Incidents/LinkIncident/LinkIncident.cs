using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.LinkIncident;

/// <summary>Links an incident with what it hangs together with.</summary>
/// <param name="Version">Of the incident, as it was read.</param>
[Requires(Policies.ClassifyIncidents)]
public sealed record LinkIncidentCommand(IncidentId IncidentId, int Version, IncidentLinkKind Kind, string Reference, string Note) : IRequest<Result>;

internal sealed class LinkIncidentHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<LinkIncidentCommand, Result>
{
    public async Task<Result> Handle(LinkIncidentCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, user.ScopeOf(Policies.ClassifyIncidents)), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var now = clock.GetUtcNow();
        var linked = found.Value.Link(request.Kind, request.Reference, request.Note, me, now);
        if (!linked.IsSuccess) return linked.Error!;

        db.Tell(user, found.Value, "linked", new { link = linked.Value.Id.Value, kind = request.Kind.ToString(), reference = linked.Value.Reference, note = linked.Value.Note, by = me.Value });
        await MisleadingPages.WithholdAsync(db, user, found.Value, now, cancellationToken, linked.Value);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
