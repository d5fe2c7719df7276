using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.RejectTarget;

/// <summary>What the page shows before the decision.</summary>
[Requires(Policies.ApproveTargets)]
public sealed record GetRejectionQuery(AdoptionTargetId TargetId) : IRequest<Result<TargetBrief>>;

internal sealed class GetRejectionHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetRejectionQuery, Result<TargetBrief>>
{
    public Task<Result<TargetBrief>> Handle(GetRejectionQuery request, CancellationToken cancellationToken) =>
        TargetBrief.ReadAsync(contexts, user, Policies.ApproveTargets, request.TargetId, cancellationToken);
}

/// <summary>Sends a proposal back to be changed.</summary>
[Requires(Policies.ApproveTargets)]
public sealed record RejectTargetCommand(AdoptionTargetId TargetId, int Version, string Reason) : IRequest<Result>;

internal sealed class RejectTargetHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<RejectTargetCommand, Result>
{
    public async Task<Result> Handle(RejectTargetCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await TargetAccess.FindAsync(db, user, Policies.ApproveTargets, request.TargetId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (target, now) = (found.Value, clock.GetUtcNow());
        var evidence = TargetAccess.EvidenceOf(target);
        var decision = target.Reject(request.Reason, now);
        if (!decision.IsSuccess) return decision;

        db.Record(user.Actor, "target.rejected", $"target:{target.Id}", new { reason = request.Reason, evidence });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
