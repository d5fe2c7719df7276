using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Identity;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.MakePasswordLink;

/// <summary>A new link with which a user sets a password; earlier links and all sessions end. Answers with path and query.</summary>
[Requires(Policies.ManageUsers)]
public sealed record MakePasswordLinkCommand(Guid UserId) : IRequest<Result<string>>;

internal sealed class MakePasswordLinkHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, PasswordLinks links)
    : IRequestHandler<MakePasswordLinkCommand, Result<string>>
{
    public async Task<Result<string>> Handle(MakePasswordLinkCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ManageUsers);

        var account = await db.Users.VisibleTo(db, scope).SingleOrDefaultAsync(u => u.Id == request.UserId, cancellationToken);
        if (account is null) return CommonErrors.NotFound;
        if (account.RemovedAt is not null) return AccessErrors.UserRemoved;
        if (await db.HasRoleOutsideAsync(account.Id, scope, cancellationToken)) return AccessErrors.UserOutOfScope;

        account.EndSessions();
        db.Record(user.Actor, "user.credentials-reset", $"user:{account.Id}", new { what = "password-link" });
        await db.SaveChangesAsync(cancellationToken);
        return await links.CreateAsync(account);
    }
}
