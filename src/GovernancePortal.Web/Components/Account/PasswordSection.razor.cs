using GovernancePortal.Data.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

public sealed partial class PasswordSection
{
    private string? _error;
    private bool _has;
    private string? _said;

    [Parameter, EditorRequired]
    public PortalUser User { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "password")]
    private NewPasswordForm? Input { get; set; }

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    protected override void OnInitialized()
    {
        Input ??= new NewPasswordForm();
        _has = User.PasswordHash is not null;
    }

    private async Task ChangeAsync()
    {
        _error = Input!.Mismatch;
        if (_error is not null) return;

        var result = _has
            ? await Users.ChangePasswordAsync(User, Input.Current, Input.Password)
            : await Users.AddPasswordAsync(User, Input.Password);
        if (!result.Succeeded)
        {
            _error = string.Join(' ', result.Errors.Select(e => e.Description));
            return;
        }

        await SignIn.RefreshSignInAsync(User);
        (_said, _has) = ("Your new password holds. Every other session ends within a minute.", true);
    }
}
