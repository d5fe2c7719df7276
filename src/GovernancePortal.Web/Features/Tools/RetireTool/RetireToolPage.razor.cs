using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Tools.Registry;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.RetireTool;

public sealed partial class RetireToolPage
{
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private string _reason = "";
    private ToolBrief? _tool;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _error = await LoadAsync();

    private async Task<Error?> LoadAsync()
    {
        var result = await Mediator.Send(new GetToolRetirementQuery(new AiToolId(Id)), Closing);
        if (result.IsSuccess) _tool = result.Value;
        return result.Error;
    }

    private async Task SendAsync()
    {
        if (_busy || _tool is null) return;
        _busy = true;
        var result = await Mediator.Send(new RetireToolCommand(_tool.Id, _tool.Version, _reason), Closing);
        (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
        if (result.IsSuccess) Navigation.NavigateTo($"tools/{Id}");
        else if (result.Error!.Kind == ErrorKind.Conflict) await LoadAsync();
        _busy = false;
    }
}
