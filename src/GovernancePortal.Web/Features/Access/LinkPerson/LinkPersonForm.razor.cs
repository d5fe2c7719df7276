using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Access.LinkPerson;

public sealed partial class LinkPersonForm
{
    private bool _busy;
    private Error? _error;
    private string? _number;

    [Parameter, EditorRequired]
    public Guid UserId { get; set; }

    /// <summary>Whether the account is linked now.</summary>
    [Parameter]
    public bool Linked { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    private async Task LinkAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new LinkPersonCommand(UserId, _number ?? ""));
        (_error, _busy) = (result.Error, false);
        if (!result.IsSuccess) return;

        _number = null;
        await OnDone.InvokeAsync();
    }
}
