using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.Timeline;

/// <summary>Adds what happened, and when, to the timeline.</summary>
/// <param name="Version">Of the incident, as it was read.</param>
[Requires(Policies.ClassifyIncidents)]
public sealed record TellEventCommand(IncidentId IncidentId, int Version, DateTimeOffset At, string Words) : IRequest<Result>;

/// <summary>Strikes a wrong entry; it stays readable.</summary>
[Requires(Policies.ClassifyIncidents)]
public sealed record StrikeEventCommand(IncidentId IncidentId, int Version, IncidentNoteId EventId, string Reason) : IRequest<Result>;

internal sealed class TimelineHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<TellEventCommand, Result>,
        IRequestHandler<StrikeEventCommand, Result>
{
    public async Task<Result> Handle(TellEventCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, user.ScopeOf(Policies.ClassifyIncidents)), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var told = found.Value.Tell(request.At, request.Words, me, clock.GetUtcNow());
        if (!told.IsSuccess) return told.Error!;

        db.Tell(user, found.Value, "event.told", new { entry = told.Value.Id.Value, at = told.Value.At, words = told.Value.Words, by = me.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(StrikeEventCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await IncidentAccess.FindAsync(db, db.Incidents.Within(db, user.ScopeOf(Policies.ClassifyIncidents)), request.IncidentId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var struck = found.Value.Strike(request.EventId, request.Reason, me, clock.GetUtcNow());
        if (!struck.IsSuccess) return struck;

        var words = found.Value.Events.Single(e => e.Id == request.EventId).Words;
        db.Tell(user, found.Value, "event.struck", new { entry = request.EventId.Value, words, reason = request.Reason.Trim(), by = me.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
