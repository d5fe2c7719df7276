using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.RemoveUser;

/// <summary>Takes an account away with its roles and everything that opens it. The row stays, because the ledger refers to it.</summary>
[Requires(Policies.ManageUsers)]
public sealed record RemoveUserCommand(Guid UserId) : IRequest<Result>;

internal sealed class RemoveUserHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<RemoveUserCommand, Result>
{
    public async Task<Result> Handle(RemoveUserCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ManageUsers);

        var account = await db.Users.VisibleTo(db, scope).SingleOrDefaultAsync(u => u.Id == request.UserId, cancellationToken);
        if (account is null) return CommonErrors.NotFound;
        if (account.RemovedAt is not null) return AccessErrors.UserRemoved;
        if (account.Id == user.UserId) return AccessErrors.OwnAccount;
        if (await db.HasRoleOutsideAsync(account.Id, scope, cancellationToken)) return AccessErrors.UserOutOfScope;

        var roles = await db.RoleAssignments.Where(a => a.UserId == account.Id).ToListAsync(cancellationToken);
        var ranges = await db.Units.Where(u => roles.Select(r => r.UnitId).Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => new UnitRange(u.Left, u.Right), cancellationToken);
        var others = await db.CountOtherAdministratorsAsync(account, cancellationToken);
        var allowed = AdministratorRule.MayLose(roles, await db.RootRangeAsync(cancellationToken), a => ranges[a.UnitId], others);
        if (!allowed.IsSuccess) return allowed;

        account.Remove(clock.GetUtcNow());
        db.RoleAssignments.RemoveRange(roles);
        await db.ForgetCredentialsAsync(account.Id, cancellationToken);
        db.Record(user.Actor, "user.removed", $"user:{account.Id}", new { roles = roles.Select(r => new { role = r.Role.ToString(), unit = r.UnitId.Value }) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
