using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.ApproveTarget;

/// <summary>What the page shows before the decision.</summary>
[Requires(Policies.ApproveTargets)]
public sealed record GetApprovalQuery(AdoptionTargetId TargetId) : IRequest<Result<TargetBrief>>;

internal sealed class GetApprovalHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetApprovalQuery, Result<TargetBrief>>
{
    public Task<Result<TargetBrief>> Handle(GetApprovalQuery request, CancellationToken cancellationToken) =>
        TargetBrief.ReadAsync(contexts, user, Policies.ApproveTargets, request.TargetId, cancellationToken);
}

/// <summary>Agrees to a target that somebody else proposed.</summary>
[Requires(Policies.ApproveTargets)]
public sealed record ApproveTargetCommand(AdoptionTargetId TargetId, int Version) : IRequest<Result>;

internal sealed class ApproveTargetHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ApproveTargetCommand, Result>
{
    public async Task<Result> Handle(ApproveTargetCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await TargetAccess.FindAsync(db, user, Policies.ApproveTargets, request.TargetId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (target, now) = (found.Value, clock.GetUtcNow());
        var evidence = TargetAccess.EvidenceOf(target);
        var decision = target.Approve(me, now);
        if (!decision.IsSuccess) return decision;

        db.Record(user.Actor, "target.approved", $"target:{target.Id}", new { by = me.Value, evidence });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
