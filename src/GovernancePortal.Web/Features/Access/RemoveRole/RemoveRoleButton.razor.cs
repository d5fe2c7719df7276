using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Access.RemoveRole;

public sealed partial class RemoveRoleButton
{
    private bool _busy;
    private Error? _error;

    [Parameter, EditorRequired]
    public Guid AssignmentId { get; set; }

    /// <summary>The role and its unit, in words.</summary>
    [Parameter, EditorRequired]
    public string Words { get; set; } = "";

    /// <summary>Told what happened, in words.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    private async Task RemoveAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new RemoveRoleCommand(new RoleAssignmentId(AssignmentId)));
        (_error, _busy) = (result.Error, false);
        if (!result.IsSuccess) return;

        await OnDone.InvokeAsync($"Removed: {Words}.");
    }
}
