using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.AcceptTarget;

/// <summary>What the page shows before the decision.</summary>
[Requires(Policies.AnswerForTargets)]
public sealed record GetAcceptanceQuery(AdoptionTargetId TargetId) : IRequest<Result<TargetBrief>>;

internal sealed class GetAcceptanceHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<GetAcceptanceQuery, Result<TargetBrief>>
{
    public Task<Result<TargetBrief>> Handle(GetAcceptanceQuery request, CancellationToken cancellationToken) =>
        TargetBrief.ReadAsync(contexts, user, (targets, _) => targets.Naming(user), request.TargetId, cancellationToken);
}

/// <summary>The owner or the deputy says that they answer for the target; it counts for 90 days.</summary>
[Requires(Policies.AnswerForTargets)]
public sealed record AcceptTargetCommand(AdoptionTargetId TargetId, int Version) : IRequest<Result>;

internal sealed class AcceptTargetHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<AcceptTargetCommand, Result>
{
    public async Task<Result> Handle(AcceptTargetCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await TargetAccess.FindAsync(db.AdoptionTargets.Naming(user), request.TargetId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var accepted = found.Value.Accept(me, clock.GetUtcNow());
        if (!accepted.IsSuccess) return accepted;

        db.Record(user.Actor, "target.accepted", $"target:{found.Value.Id}", new { by = me.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
