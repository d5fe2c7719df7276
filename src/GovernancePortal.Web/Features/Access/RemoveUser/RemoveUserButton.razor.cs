using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GovernancePortal.Web.Features.Access.RemoveUser;

public sealed partial class RemoveUserButton
{
    private bool _busy;
    private Error? _error;

    [Parameter, EditorRequired]
    public Guid UserId { get; set; }

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
        var question = new MessageBoxOptions { Title = $"Remove the account of {Name}?", Message = "All roles, the password and the passkeys go, and every session ends. Inviting the person again opens it anew.", YesText = "Remove the account", CancelText = "Keep the account" };
        if (_busy || await Dialogs.ShowMessageBoxAsync(question) is not true) return;

        _busy = true;
        var result = await Mediator.Send(new RemoveUserCommand(UserId));
        (_error, _busy) = (result.Error, false);
        if (result.IsSuccess) await OnDone.InvokeAsync();
    }
}
