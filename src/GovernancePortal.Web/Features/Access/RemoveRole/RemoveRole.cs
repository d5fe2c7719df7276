using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.RemoveRole;

/// <summary>Takes a role away. It stops working with the user's next request.</summary>
[Requires(Policies.ManageUsers)]
public sealed record RemoveRoleCommand(RoleAssignmentId AssignmentId) : IRequest<Result>;

internal sealed class RemoveRoleHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<RemoveRoleCommand, Result>
{
    public async Task<Result> Handle(RemoveRoleCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        var assignment = await db.RoleAssignments.SingleOrDefaultAsync(a => a.Id == request.AssignmentId, cancellationToken);
        if (assignment is null) return CommonErrors.NotFound;
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == assignment.UnitId, cancellationToken);
        if (!user.ScopeOf(Policies.ManageUsers).Covers(unit)) return AccessErrors.OutOfScope;

        var account = await db.Users.SingleAsync(u => u.Id == assignment.UserId, cancellationToken);
        var root = await db.RootRangeAsync(cancellationToken);
        var others = await db.CountOtherAdministratorsAsync(account, cancellationToken);
        var allowed = AdministratorRule.MayLose([assignment], root, _ => new UnitRange(unit.Left, unit.Right), others);
        if (!allowed.IsSuccess) return allowed;

        db.RoleAssignments.Remove(assignment);
        db.Record(user.Actor, "role.removed", $"user:{account.Id}", new { role = assignment.Role.ToString(), unit = assignment.UnitId.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
