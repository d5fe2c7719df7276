using GovernancePortal.Data.Access;
using GovernancePortal.Web.Platform.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

public sealed partial class SignInPage
{
    /// <summary>One sentence for every failed password, so that it does not tell which e-mails have an account or which are locked.</summary>
    internal const string Refused = "E-mail or password is wrong. After five wrong tries an account stays locked for 15 minutes.";

    internal const string PasskeyRefused = "No open account answers to this passkey. Use the password, or ask an administrator.";

    internal const string EntraRefused =
        "No account is open for this company account. An administrator invites people; the directory has to vouch for the e-mail.";

    private string? _error;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInForm? Input { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private PasskeyForm? Passkey { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    /// <summary>What happened just before: <c>password-set</c>, <c>signed-out</c> or <c>company</c>.</summary>
    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private EntraOptions Entra { get; set; } = default!;

    private string? Said =>
        After switch
        {
            "password-set" => "Your password is set. Sign in with it.",
            "signed-out" => "You are signed out.",
            "signed-out-everywhere" => "You are signed out on every device.",
            _ => null,
        };

    protected override void OnInitialized()
    {
        Input ??= new SignInForm();
        Passkey ??= new PasskeyForm();
        if (After == "company") _error = EntraRefused;
    }

    private async Task SignInAsync()
    {
        var result = await SignIn.PasswordSignInAsync(Input!.Email.Trim(), Input.Password, Input.Remember, lockoutOnFailure: true);
        if (result.Succeeded) Navigation.NavigateTo(LocalUrl.Of(ReturnUrl));
        else if (result.RequiresTwoFactor) Navigation.NavigateTo(TwoFactorPage.Address(ReturnUrl, Input.Remember));
        else _error = Refused;
    }

    private async Task UsePasskeyAsync()
    {
        var result = await SignIn.PasskeySignInAsync(Passkey!.CredentialJson);
        if (result.Succeeded) Navigation.NavigateTo(LocalUrl.Of(ReturnUrl));
        else _error = PasskeyRefused;
    }
}

/// <summary>What the sign-in form sends.</summary>
public sealed class SignInForm
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    public bool Remember { get; set; }
}

/// <summary>What the browser's authenticator answered, as JSON.</summary>
public sealed class PasskeyForm
{
    public string CredentialJson { get; set; } = "";
}
