using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.FollowUp;

/// <summary>Places what somebody does so that it does not happen again.</summary>
/// <param name="Version">Of the incident, as it was read.</param>
[Requires(Policies.ClassifyIncidents)]
public sealed record PlaceActionCommand(IncidentId IncidentId, int Version, string Title, PersonId Owner, DateOnly DueOn) : IRequest<Result>;

/// <summary>A follow-up is done: said by its owner, or by those who classify.</summary>
[Requires(Policies.FollowIncidents)]
public sealed record CompleteActionCommand(IncidentId IncidentId, int Version, IncidentActionId ActionId) : IRequest<Result>;

/// <summary>A follow-up is no longer needed.</summary>
[Requires(Policies.ClassifyIncidents)]
public sealed record DropActionCommand(IncidentId IncidentId, int Version, IncidentActionId ActionId, string Reason) : IRequest<Result>;

internal sealed class FollowUpHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<PlaceActionCommand, Result>,
        IRequestHandler<CompleteActionCommand, Result>,
        IRequestHandler<DropActionCommand, Result>
{
    private static readonly Error NotYours = new("incident.action.owner", "Its owner says that it is done, or somebody who classifies incidents of this unit.", ErrorKind.Forbidden);

    public async Task<Result> Handle(PlaceActionCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (scope, now) = (user.ScopeOf(Policies.ClassifyIncidents), clock.GetUtcNow());
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, scope), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var today = now.UtcDay();
        var works = await db.People.Within(db.Units, scope).AnyAsync(p => p.Id == request.Owner && (p.LeftOn == null || p.LeftOn > today), cancellationToken);
        if (!works) return FieldRefusal.At(nameof(request.Owner), "Choose a person who works in the units your role covers.");

        var placed = found.Value.Place(request.Title, request.Owner, request.DueOn, now);
        if (!placed.IsSuccess) return placed.Error!;

        db.Tell(user, found.Value, "action.placed", new { action = placed.Value.Id.Value, title = placed.Value.Title, owner = request.Owner.Value, dueOn = request.DueOn, by = me.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(CompleteActionCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.ReadableBy(db, user), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var incident = found.Value;
        var isOwner = incident.Actions.Any(a => a.Id == request.ActionId && a.Owner == me);
        if (!isOwner && !await IncidentAccess.CoversAsync(db, user.ScopeOf(Policies.ClassifyIncidents), incident.UnitId, cancellationToken)) return NotYours;

        var done = incident.Complete(request.ActionId, me, clock.GetUtcNow());
        if (!done.IsSuccess) return done;

        db.Tell(user, incident, "action.done", new { action = request.ActionId.Value, by = me.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(DropActionCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, user.ScopeOf(Policies.ClassifyIncidents)), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var dropped = found.Value.Drop(request.ActionId, request.Reason, me, clock.GetUtcNow());
        if (!dropped.IsSuccess) return dropped;

        db.Tell(user, found.Value, "action.dropped", new { action = request.ActionId.Value, reason = request.Reason.Trim(), by = me.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
