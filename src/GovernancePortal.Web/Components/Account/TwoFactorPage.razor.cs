using GovernancePortal.Data.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

public sealed partial class TwoFactorPage
{
    internal const string Refused = "This code does not fit. After five wrong tries an account stays locked for 15 minutes.";

    internal const string NotStarted = "The first step was too long ago. Start again.";

    private string? _error;
    private bool _started;

    [SupplyParameterFromForm(FormName = "code")]
    private TwoFactorForm? Input { get; set; }

    [SupplyParameterFromForm(FormName = "recovery")]
    private TwoFactorForm? Recovery { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery]
    private bool Remember { get; set; }

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    public static string Address(string? returnUrl, bool remember) =>
        $"/account/two-factor?returnUrl={Uri.EscapeDataString(LocalUrl.Of(returnUrl))}&remember={(remember ? "true" : "false")}";

    protected override async Task OnInitializedAsync()
    {
        Input ??= new TwoFactorForm();
        Recovery ??= new TwoFactorForm();
        _started = await SignIn.GetTwoFactorAuthenticationUserAsync() is not null;
        if (!_started) _error = NotStarted;
    }

    private async Task UseCodeAsync()
    {
        if (!_started) return;

        var code = Digits(Input!.Code);
        Finish(await SignIn.TwoFactorAuthenticatorSignInAsync(code, Remember, rememberClient: false));
    }

    private async Task UseRecoveryCodeAsync()
    {
        if (!_started) return;

        Finish(await SignIn.TwoFactorRecoveryCodeSignInAsync(Recovery!.RecoveryCode.Replace(" ", "", StringComparison.Ordinal)));
    }

    private void Finish(SignInResult result)
    {
        if (result.Succeeded) Navigation.NavigateTo(LocalUrl.Of(ReturnUrl));
        else _error = Refused;
    }

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}

/// <summary>A code of the second step.</summary>
public sealed class TwoFactorForm
{
    public string Code { get; set; } = "";

    public string RecoveryCode { get; set; } = "";
}
