using GovernancePortal.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>What opens an account beside its password.</summary>
internal static class Credentials
{
    /// <summary>Marks passkeys, authenticator key, recovery codes and ties to company accounts for deletion in the next save.</summary>
    public static async Task ForgetCredentialsAsync(this PortalDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        var passkeys = db.Set<IdentityUserPasskey<Guid>>();
        passkeys.RemoveRange(await passkeys.Where(p => p.UserId == userId).ToListAsync(cancellationToken));
        db.UserTokens.RemoveRange(await db.UserTokens.Where(t => t.UserId == userId).ToListAsync(cancellationToken));
        db.UserLogins.RemoveRange(await db.UserLogins.Where(l => l.UserId == userId).ToListAsync(cancellationToken));
    }
}
