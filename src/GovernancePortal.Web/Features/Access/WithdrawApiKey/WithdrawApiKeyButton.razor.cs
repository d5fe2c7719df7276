using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GovernancePortal.Web.Features.Access.WithdrawApiKey;

public sealed partial class WithdrawApiKeyButton
{
    private bool _busy;
    private Error? _error;

    [Parameter, EditorRequired]
    public Guid KeyId { get; set; }

    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter]
    public EventCallback OnDone { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    private async Task AskAsync()
    {
        var question = new MessageBoxOptions { Title = $"Withdraw the key {Name}?", Message = "Programs that use it are refused at once. This cannot be undone.", YesText = "Withdraw the key", CancelText = "Keep the key" };
        if (_busy || await Dialogs.ShowMessageBoxAsync(question) is not true) return;

        _busy = true;
        var result = await Mediator.Send(new WithdrawApiKeyCommand(new ApiKeyId(KeyId)));
        (_error, _busy) = (result.Error, false);
        if (result.IsSuccess) await OnDone.InvokeAsync();
    }
}
