using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.RetireTarget;

/// <summary>What the page shows before the decision.</summary>
[Requires(Policies.RetireTargets)]
public sealed record GetRetirementQuery(AdoptionTargetId TargetId) : IRequest<Result<TargetBrief>>;

internal sealed class GetRetirementHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetRetirementQuery, Result<TargetBrief>>
{
    public Task<Result<TargetBrief>> Handle(GetRetirementQuery request, CancellationToken cancellationToken) =>
        TargetBrief.ReadAsync(contexts, user, Policies.RetireTargets, request.TargetId, cancellationToken);
}

/// <summary>Ends a target for good; its record stays.</summary>
[Requires(Policies.RetireTargets)]
public sealed record RetireTargetCommand(AdoptionTargetId TargetId, int Version) : IRequest<Result>;

internal sealed class RetireTargetHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<RetireTargetCommand, Result>
{
    public async Task<Result> Handle(RetireTargetCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await TargetAccess.FindAsync(db, user, Policies.RetireTargets, request.TargetId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (target, now) = (found.Value, clock.GetUtcNow());
        var evidence = TargetAccess.EvidenceOf(target);
        var decision = target.Retire(now);
        if (!decision.IsSuccess) return decision;

        db.Record(user.Actor, "target.retired", $"target:{target.Id}", new { evidence });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
