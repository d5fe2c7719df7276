using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Access.AssignRole;

public sealed partial class AssignRoleForm
{
    private bool _busy;
    private Error? _error;
    private Role? _role;
    private Guid _unit;

    [Parameter, EditorRequired]
    public Guid UserId { get; set; }

    /// <summary>Told what happened, in words.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    private async Task AssignAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new AssignRoleCommand(UserId, _role, new UnitId(_unit)));
        (_error, _busy) = (result.Error, false);
        if (!result.IsSuccess) return;

        var said = $"Assigned: {RoleNames.Of(_role!.Value)}.";
        _role = null;
        await OnDone.InvokeAsync(said);
    }
}
