using GovernancePortal.Data.Access;
using GovernancePortal.Web.Platform.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

public sealed partial class SetPasswordPage
{
    internal const string LinkIsDead = "This link has expired, was used before or is incomplete. Ask an administrator for a new one.";

    private string? _error;
    private PortalUser? _user;

    [SupplyParameterFromForm(FormName = "set-password")]
    private NewPasswordForm? Input { get; set; }

    [SupplyParameterFromQuery(Name = "user")]
    private string? UserId { get; set; }

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new NewPasswordForm();
        if (!Guid.TryParse(UserId, out _) || await Users.FindByIdAsync(UserId) is not { RemovedAt: null } user) return;

        var purpose = UserManager<PortalUser>.ResetPasswordTokenPurpose;
        var holds = await Users.VerifyUserTokenAsync(user, Users.Options.Tokens.PasswordResetTokenProvider, purpose, PasswordLinks.TokenOf(Token));
        if (holds) _user = user;
    }

    private async Task SetAsync()
    {
        if (_user is null) return;

        _error = Input!.Mismatch ?? await ResetAsync(_user, Input.Password);
        if (_error is null) Navigation.NavigateTo("/account/sign-in?after=password-set");
    }

    private async Task<string?> ResetAsync(PortalUser user, string password)
    {
        var result = await Users.ResetPasswordAsync(user, PasswordLinks.TokenOf(Token), password);
        if (!result.Succeeded) return string.Join(' ', result.Errors.Select(e => e.Description));

        await Users.SetLockoutEndDateAsync(user, lockoutEnd: null);
        await Users.ResetAccessFailedCountAsync(user);
        return null;
    }
}

/// <summary>A new password, typed twice.</summary>
public sealed class NewPasswordForm
{
    public string Current { get; set; } = "";

    public string Password { get; set; } = "";

    public string Again { get; set; } = "";

    public string? Mismatch => Password == Again ? null : "The two passwords differ. Type the same twice.";
}
