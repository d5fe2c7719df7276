using System.Security.Claims;
using GovernancePortal.Data.Access;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Platform.Identity;

/// <summary>
/// Finds the account behind a company account. Nobody is let in who was not invited: the first time, an invited account is found by an e-mail that the
/// directory vouches for and tied to the directory's object id; from then on the object id alone counts, so a reused e-mail opens nothing.
/// </summary>
internal sealed class EntraSignIn(UserManager<PortalUser> users, SignInManager<PortalUser> signIn)
{
    public async Task<bool> SignInAsync(ClaimsPrincipal company)
    {
        if (company.FindFirstValue("oid") is not { Length: > 0 } objectId) return false;

        if (await users.FindByLoginAsync(EntraOptions.Scheme, objectId) is null && !await LinkAsync(company, objectId)) return false;

        // The directory asks for its own second factor.
        var result = await signIn.ExternalLoginSignInAsync(EntraOptions.Scheme, objectId, isPersistent: false, bypassTwoFactor: true);
        return result.Succeeded;
    }

    private async Task<bool> LinkAsync(ClaimsPrincipal company, string objectId)
    {
        if (VerifiedEmail(company) is not { } email) return false;
        if (await users.FindByEmailAsync(email) is not { RemovedAt: null } user) return false;

        var known = await users.GetLoginsAsync(user);
        if (known.Any(l => l.LoginProvider == EntraOptions.Scheme)) return false;

        var linked = await users.AddLoginAsync(user, new UserLoginInfo(EntraOptions.Scheme, objectId, "Microsoft Entra ID"));
        return linked.Succeeded;
    }

    // Anybody may write any e-mail into a directory entry; only with one of these claims has the directory checked it.
    private static string? VerifiedEmail(ClaimsPrincipal company)
    {
        var vouched = company.FindFirstValue("xms_edov") is "1" or "true" or "True" || company.FindFirstValue("email_verified") is "true" or "True";
        return vouched ? company.FindFirstValue("email") : null;
    }
}
