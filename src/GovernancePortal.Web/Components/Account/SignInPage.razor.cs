using GovernancePortal.Data.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

public sealed partial class SignInPage
{
    private string? _error;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private SignInForm? Input { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized() => Input ??= new SignInForm();

    private async Task SignInAsync()
    {
        var result = await SignIn.PasswordSignInAsync(Input!.Email, Input.Password, Input.Remember, lockoutOnFailure: true);
        if (result.Succeeded) Navigation.NavigateTo(LocalUrl(ReturnUrl));
        else if (result.IsLockedOut) _error = "Too many wrong passwords. Try again in 15 minutes.";
        else _error = "E-mail or password is wrong.";
    }

    private static string LocalUrl(string? url) => url is ['/', not ('/' or '\\'), ..] ? url : "/";
}

/// <summary>What the sign-in form sends.</summary>
public sealed class SignInForm
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    public bool Remember { get; set; }
}
