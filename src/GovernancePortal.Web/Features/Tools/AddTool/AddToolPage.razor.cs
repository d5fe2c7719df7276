using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Tools.Registry;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.AddTool;

public sealed partial class AddToolPage
{
    private readonly ToolForm _form = new();
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var faults = new List<FieldError>();
        var command = new AddToolCommand(_form.Read(faults));
        (_error, _faults) = (null, faults);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(command, Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"tools/{result.Value}");
        }

        _busy = false;
    }
}
