using GovernancePortal.Data.Access;
using GovernancePortal.Web.Platform.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

public sealed partial class AuthenticatorSection
{
    private const int RecoveryCodes = 10;
    private const string Wrong = "This code does not fit. Check that the clock of the device is right and enter the next one.";

    private string? _codesLeft;
    private string? _error;
    private string _key = "";
    private IReadOnlyList<string>? _recoveryCodes;
    private string? _said;
    private string _uri = "";

    [Parameter, EditorRequired]
    public PortalUser User { get; set; } = default!;

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [SupplyParameterFromForm(FormName = "app-on")]
    private TwoFactorForm? On { get; set; }

    [SupplyParameterFromForm(FormName = "app-off")]
    private TwoFactorForm? Off { get; set; }

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        On ??= new TwoFactorForm();
        Off ??= new TwoFactorForm();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        if (User.TwoFactorEnabled)
        {
            var left = await Users.CountRecoveryCodesAsync(User);
            _codesLeft = left == 1 ? "One recovery code is left." : $"{left} recovery codes are left.";
            return;
        }

        var key = await Users.GetAuthenticatorKeyAsync(User);
        if (string.IsNullOrEmpty(key))
        {
            await Users.ResetAuthenticatorKeyAsync(User);
            // The new key changes the security stamp; without a new cookie this session would end.
            await SignIn.RefreshSignInAsync(User);
            key = await Users.GetAuthenticatorKeyAsync(User);
        }

        (_key, _uri) = (AuthenticatorKey.Readable(key!), AuthenticatorKey.Uri(User.Email ?? User.DisplayName, key!));
    }

    private async Task TurnOnAsync()
    {
        if (!await FitsAsync(On!.Code)) return;

        await Users.SetTwoFactorEnabledAsync(User, enabled: true);
        await NewCodesAsync();
        _said = "The app is set up. From now on a code is asked for after the password.";
        await OnChanged.InvokeAsync();
    }

    private async Task TurnOffAsync()
    {
        if (!await FitsAsync(Off!.Code)) return;

        await Users.SetTwoFactorEnabledAsync(User, enabled: false);
        await Users.ResetAuthenticatorKeyAsync(User);
        await SignIn.RefreshSignInAsync(User);
        await LoadAsync();
        _said = "The app is off. Its entry for the portal can be deleted.";
        await OnChanged.InvokeAsync();
    }

    private async Task NewCodesAsync()
    {
        _recoveryCodes = [.. await Users.GenerateNewTwoFactorRecoveryCodesAsync(User, RecoveryCodes) ?? []];
        await SignIn.RefreshSignInAsync(User);
        await LoadAsync();
    }

    private async Task<bool> FitsAsync(string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var fits = await Users.VerifyTwoFactorTokenAsync(User, Users.Options.Tokens.AuthenticatorTokenProvider, digits);
        if (!fits) _error = Wrong;
        return fits;
    }
}
