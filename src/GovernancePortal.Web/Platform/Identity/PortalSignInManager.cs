using GovernancePortal.Data.Access;
using GovernancePortal.Web.Platform.Demo;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Platform.Identity;

/// <summary>
/// Sign-in by e-mail. A removed account, and a demo account outside the demo, is turned away by every door: password, second factor, passkey,
/// company account and the cookie of an earlier sign-in.
/// </summary>
internal sealed class PortalSignInManager(
    UserManager<PortalUser> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<PortalUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PortalUser>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PortalUser> confirmation,
    DemoMode demo
) : SignInManager<PortalUser>(users, context, claims, options, log, schemes, confirmation)
{
    // A hash of nothing in particular, so that an unknown e-mail costs the same work as a wrong password.
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), Guid.NewGuid().ToString()));

    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        var user = await UserManager.FindByEmailAsync(userName);
        if (user?.PasswordHash is null || await UserManager.IsLockedOutAsync(user) || !IsOpen(user))
        {
            UserManager.PasswordHasher.VerifyHashedPassword(user ?? new PortalUser(), NobodysHash.Value, password);
            if (user is null) return SignInResult.Failed;
        }

        return await PasswordSignInAsync(user, password, isPersistent, lockoutOnFailure);
    }

    public override async Task<SignInResult> PasskeySignInAsync(string credentialJson)
    {
        try
        {
            return await base.PasskeySignInAsync(credentialJson);
        }
        catch (InvalidOperationException)
        {
            // The framework throws when no options were asked for before, or too long ago; whoever posts a form by hand can cause that.
            return SignInResult.Failed;
        }
    }

    public override async Task<PasskeyAttestationResult> PerformPasskeyAttestationAsync(string credentialJson)
    {
        try
        {
            return await base.PerformPasskeyAttestationAsync(credentialJson);
        }
        catch (InvalidOperationException exception)
        {
            return PasskeyAttestationResult.Fail(new PasskeyException("No passkey was being added.", exception));
        }
    }

    public override async Task<bool> CanSignInAsync(PortalUser user) => IsOpen(user) && await base.CanSignInAsync(user);

    public override async Task<bool> ValidateSecurityStampAsync(PortalUser? user, string? securityStamp) =>
        user is not null && IsOpen(user) && await base.ValidateSecurityStampAsync(user, securityStamp);

    // A passkey comes here without the check that a password goes through.
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(
        PortalUser user,
        bool isPersistent,
        string? loginProvider = null,
        bool bypassTwoFactor = false
    ) => IsOpen(user) ? await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor) : SignInResult.NotAllowed;

    private bool IsOpen(PortalUser user) => user.RemovedAt is null && (!user.IsDemo || demo.IsOn);
}
