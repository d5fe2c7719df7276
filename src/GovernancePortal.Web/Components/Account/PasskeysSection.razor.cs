using GovernancePortal.Data.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Components.Account;

public sealed partial class PasskeysSection
{
    private const int NameMaxLength = 60;

    private string? _error;
    private IList<UserPasskeyInfo> _passkeys = [];
    private string? _said;

    [Parameter, EditorRequired]
    public PortalUser User { get; set; } = default!;

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [SupplyParameterFromForm(FormName = "add-passkey")]
    private AddPasskeyForm? Adding { get; set; }

    [SupplyParameterFromForm]
    private RenamePasskeyForm? Rename { get; set; }

    [Inject]
    private UserManager<PortalUser> Users { get; set; } = default!;

    [Inject]
    private SignInManager<PortalUser> SignIn { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Adding ??= new AddPasskeyForm();
        Rename ??= new RenamePasskeyForm();
        await LoadAsync();
    }

    private static string NameOf(UserPasskeyInfo passkey) => passkey.Name ?? "Passkey";

    private async Task LoadAsync() => _passkeys = await Users.GetPasskeysAsync(User);

    private async Task ReloadAsync()
    {
        await LoadAsync();
        await OnChanged.InvokeAsync();
    }

    private async Task AddAsync()
    {
        var attestation = await SignIn.PerformPasskeyAttestationAsync(Adding!.CredentialJson);
        if (!attestation.Succeeded || attestation.UserEntity.Id != User.Id.ToString())
        {
            _error = "The passkey was not accepted. Nothing was added.";
            return;
        }

        attestation.Passkey.Name = Shorten(Adding.Name);
        await SaveAsync(attestation.Passkey, $"The passkey “{attestation.Passkey.Name}” opens this account from now on.");
    }

    private Task RenameAsync(UserPasskeyInfo passkey)
    {
        passkey.Name = Shorten(Rename!.Name);
        return SaveAsync(passkey, $"The passkey is called “{passkey.Name}” now.");
    }

    private async Task RemoveAsync(UserPasskeyInfo passkey)
    {
        await Users.RemovePasskeyAsync(User, passkey.CredentialId);
        // What was opened with the passkey closes; the session that removes it goes on.
        await Users.UpdateSecurityStampAsync(User);
        await SignIn.RefreshSignInAsync(User);
        _said = $"The passkey “{NameOf(passkey)}” opens nothing any more. Remove it from your device as well.";
        await ReloadAsync();
    }

    private async Task SaveAsync(UserPasskeyInfo passkey, string said)
    {
        var result = await Users.AddOrUpdatePasskeyAsync(User, passkey);
        if (result.Succeeded) _said = said;
        else _error = "The passkey was not saved. Nothing changed.";
        await ReloadAsync();
    }

    private static string Shorten(string name)
    {
        var text = name.Trim();
        return text.Length == 0 ? "Passkey" : text[..Math.Min(text.Length, NameMaxLength)];
    }
}

/// <summary>A new passkey and the name the person gives it.</summary>
public sealed class AddPasskeyForm
{
    public string CredentialJson { get; set; } = "";

    public string Name { get; set; } = "";
}

/// <summary>A new name for a passkey.</summary>
public sealed class RenamePasskeyForm
{
    public string Name { get; set; } = "";
}
