using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Changes.SetPolicy;

public sealed partial class SystemForm
{
    private bool _busy;
    private string _course = "";
    private Criticality _criticality = Criticality.Medium;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private string _name = "";
    private string _repositories = "";
    private Guid _unit;

    [Parameter]
    public EventCallback Done { get; set; }

    private async Task<IReadOnlyList<PickedUnit>> FindAsync(string? text, CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new FindPolicyUnitsQuery(text), cancellationToken);
        return found.IsSuccess ? found.Value : [];
    }

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var repositories = _repositories.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var result = await Mediator.Send(new RegisterSystemCommand(_name, new UnitId(_unit), _criticality, _course, repositories), Closing);
        (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
        if (result.IsSuccess)
        {
            (_name, _course, _repositories) = ("", "", "");
            await Done.InvokeAsync();
        }

        _busy = false;
    }
}
