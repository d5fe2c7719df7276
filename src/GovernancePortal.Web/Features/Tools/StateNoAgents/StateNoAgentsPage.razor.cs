using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.StateNoAgents;

public sealed partial class StateNoAgentsPage
{
    private readonly Dictionary<string, Guid> _known = new(StringComparer.Ordinal);
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private string _note = "";
    private string _unit = "";

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private async Task SendAsync()
    {
        if (_busy) return;
        (_error, _faults) = (null, []);
        if (!_known.TryGetValue(_unit.Trim(), out var unit))
        {
            _faults = [new FieldError("UnitId", "Choose a unit of the list.")];
            return;
        }

        _busy = true;
        var result = await Mediator.Send(new StateNoAgentsCommand(new UnitId(unit), _note), Closing);
        (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
        if (result.IsSuccess) Navigation.NavigateTo($"tools?unit={unit}");
        _busy = false;
    }
}
