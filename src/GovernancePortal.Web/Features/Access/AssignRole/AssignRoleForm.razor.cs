using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using MediatR;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace GovernancePortal.Web.Features.Access.AssignRole;

public sealed partial class AssignRoleForm
{
    private bool _busy;
    private Error? _error;
    private Role? _role;
    private Guid _unit;

    [Parameter, EditorRequired]
    public Guid UserId { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = default!;

    private async Task AssignAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new AssignRoleCommand(UserId, _role, new UnitId(_unit)));
        (_error, _busy) = (result.Error, false);
        if (!result.IsSuccess) return;

        Snackbar.Add($"Assigned: {RoleNames.Of(_role!.Value)}.");
        _role = null;
        await OnDone.InvokeAsync();
    }
}
