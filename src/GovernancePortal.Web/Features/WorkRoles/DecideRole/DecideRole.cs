using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.WorkRoles.DecideRole;

/// <summary>From now on people can be matched to the role.</summary>
/// <param name="Version">As it was read.</param>
[Requires(Policies.ManageWorkRoles)]
public sealed record PublishWorkRoleCommand(RoleProfileId RoleId, int Version) : IRequest<Result>;

/// <summary>Offers the role no longer; what was agreed stays.</summary>
[Requires(Policies.ManageWorkRoles)]
public sealed record RetireWorkRoleCommand(RoleProfileId RoleId, int Version, string Reason) : IRequest<Result>;

internal sealed class DecideWorkRoleHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<PublishWorkRoleCommand, Result>,
        IRequestHandler<RetireWorkRoleCommand, Result>
{
    public Task<Result> Handle(PublishWorkRoleCommand request, CancellationToken cancellationToken) =>
        DecideAsync(request.RoleId, request.Version, "workRole.published", role => role.Publish(), new { }, cancellationToken);

    public Task<Result> Handle(RetireWorkRoleCommand request, CancellationToken cancellationToken) =>
        DecideAsync(request.RoleId, request.Version, "workRole.retired", role => role.Retire(request.Reason), new { reason = request.Reason.Trim() }, cancellationToken);

    private async Task<Result> DecideAsync(RoleProfileId id, int version, string kind, Func<RoleProfile, Result> decide, object payload, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var role = await db.RoleProfiles.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (role is null) return RoleErrors.NotFound;
        if (role.Version != version) return CommonErrors.ChangedMeanwhile;
        var decided = decide(role);
        if (!decided.IsSuccess) return decided;

        db.Record(user.Actor, kind, $"work-role:{role.Id}", payload);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
