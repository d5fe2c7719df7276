using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.AcknowledgePause;

/// <summary>What the page shows before the decision.</summary>
[Requires(Policies.SignRestart)]
public sealed record GetPauseQuery(AdoptionTargetId TargetId) : IRequest<Result<TargetBrief>>;

internal sealed class GetPauseHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetPauseQuery, Result<TargetBrief>>
{
    public Task<Result<TargetBrief>> Handle(GetPauseQuery request, CancellationToken cancellationToken) =>
        TargetBrief.ReadAsync(contexts, user, Policies.SignRestart, request.TargetId, cancellationToken);
}

/// <summary>A named person states what is being done, so that a paused target may restart once its guardrails hold.</summary>
[Requires(Policies.SignRestart)]
public sealed record AcknowledgePauseCommand(AdoptionTargetId TargetId, int Version, string CorrectiveAction) : IRequest<Result>;

internal sealed class AcknowledgePauseHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<AcknowledgePauseCommand, Result>
{
    public async Task<Result> Handle(AcknowledgePauseCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await TargetAccess.FindAsync(db, user, Policies.SignRestart, request.TargetId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (target, now) = (found.Value, clock.GetUtcNow());
        var evidence = TargetAccess.EvidenceOf(target);
        var decision = target.Acknowledge(me, request.CorrectiveAction, now);
        if (!decision.IsSuccess) return decision;

        db.Record(user.Actor, "target.acknowledged", $"target:{target.Id}", new { by = me.Value, correctiveAction = request.CorrectiveAction, evidence });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
