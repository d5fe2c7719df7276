using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Access.MakePasswordLink;

public sealed partial class PasswordLinkButton
{
    private bool _busy;
    private Error? _error;
    private string? _link;

    [Parameter, EditorRequired]
    public Guid UserId { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private async Task MakeAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new MakePasswordLinkCommand(UserId));
        (_error, _busy) = (result.Error, false);
        _link = result.IsSuccess ? Navigation.ToAbsoluteUri(result.Value).ToString() : null;
    }
}
