using GovernancePortal.Data.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

/// <summary>Signing out is a post of a form, so that no link on another site can do it.</summary>
public sealed partial class SignOutPage
{
    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private async Task SignOutAsync()
    {
        await SignIn.SignOutAsync();
        Navigation.NavigateTo("/account/sign-in?after=signed-out");
    }
}
