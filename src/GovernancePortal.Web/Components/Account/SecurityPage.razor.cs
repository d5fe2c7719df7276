using GovernancePortal.Data.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

/// <summary>Where a user looks after the own account.</summary>
public sealed partial class SecurityPage
{
    private string _finding = "";
    private PortalUser? _user;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _user = await Users.GetUserAsync(Context.User);
        if (_user is not null) await FindAsync();
    }

    private async Task FindAsync()
    {
        var passkeys = (await Users.GetPasskeysAsync(_user!)).Count;
        _finding = (passkeys, _user!.TwoFactorEnabled) switch
        {
            (0, false) => "A password alone opens this account. A passkey or an authenticator app protects it better.",
            (0, true) => "Your account asks for a code after the password.",
            (1, _) => "A passkey opens this account without a password.",
            _ => $"{passkeys} passkeys open this account without a password.",
        };
    }

    private async Task SignOutEverywhereAsync()
    {
        await Users.UpdateSecurityStampAsync(_user!);
        await SignIn.SignOutAsync();
        Navigation.NavigateTo("/account/sign-in?after=signed-out-everywhere");
    }
}
