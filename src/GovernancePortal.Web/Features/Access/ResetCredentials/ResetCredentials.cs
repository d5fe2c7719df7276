using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.ResetCredentials;

/// <summary>Forgets a user's authenticator app, recovery codes, passkeys and company account, and ends every session. The password stays.</summary>
[Requires(Policies.ManageUsers)]
public sealed record ResetCredentialsCommand(Guid UserId) : IRequest<Result>;

internal sealed class ResetCredentialsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user)
    : IRequestHandler<ResetCredentialsCommand, Result>
{
    public async Task<Result> Handle(ResetCredentialsCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ManageUsers);

        var account = await db.Users.VisibleTo(db, scope).SingleOrDefaultAsync(u => u.Id == request.UserId, cancellationToken);
        if (account is null) return CommonErrors.NotFound;
        if (account.RemovedAt is not null) return AccessErrors.UserRemoved;
        if (await db.HasRoleOutsideAsync(account.Id, scope, cancellationToken)) return AccessErrors.UserOutOfScope;

        account.ResetSecondStep();
        await db.ForgetCredentialsAsync(account.Id, cancellationToken);
        db.Record(user.Actor, "user.credentials-reset", $"user:{account.Id}", new { what = "second-step-and-passkeys" });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
