using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GovernancePortal.Web.Features.Access.ResetCredentials;

public sealed partial class ResetCredentialsButton
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
        var question = new MessageBoxOptions { Title = $"Reset the second step of {Name}?", Message = "Forgets the authenticator app, recovery codes, passkeys and the tie to a company account. The password stays. A lock ends.", YesText = "Reset", CancelText = "Keep everything" };
        if (_busy || await Dialogs.ShowMessageBoxAsync(question) is not true) return;

        _busy = true;
        var result = await Mediator.Send(new ResetCredentialsCommand(UserId));
        (_error, _busy) = (result.Error, false);
        if (result.IsSuccess) await OnDone.InvokeAsync();
    }
}
