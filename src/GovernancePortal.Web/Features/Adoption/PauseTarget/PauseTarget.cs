using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.PauseTarget;

/// <summary>What the page shows before the decision.</summary>
[Requires(Policies.PauseTargets)]
public sealed record GetLiveTargetQuery(AdoptionTargetId TargetId) : IRequest<Result<TargetBrief>>;

internal sealed class GetLiveTargetHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetLiveTargetQuery, Result<TargetBrief>>
{
    public Task<Result<TargetBrief>> Handle(GetLiveTargetQuery request, CancellationToken cancellationToken) =>
        TargetBrief.ReadAsync(contexts, user, (targets, db) => targets.Concerning(db, user, Policies.PauseTargets), request.TargetId, cancellationToken);
}

/// <summary>Pulls the cord: anybody in the unit or below it may stop a live target, with a reason.</summary>
[Requires(Policies.PauseTargets)]
public sealed record PauseTargetCommand(AdoptionTargetId TargetId, int Version, string Reason) : IRequest<Result>;

internal sealed class PauseTargetHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<PauseTargetCommand, Result>
{
    public async Task<Result> Handle(PauseTargetCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await TargetAccess.FindAsync(db.AdoptionTargets.Concerning(db, user, Policies.PauseTargets), request.TargetId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (target, now) = (found.Value, clock.GetUtcNow());
        var evidence = TargetAccess.EvidenceOf(target);
        var decision = target.Pause(me, request.Reason, now);
        if (!decision.IsSuccess) return decision;

        db.Record(user.Actor, "target.paused", $"target:{target.Id}", new { by = me.Value, reason = request.Reason, evidence });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
