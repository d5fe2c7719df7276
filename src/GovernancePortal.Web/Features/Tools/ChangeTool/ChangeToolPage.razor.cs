using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Tools.Registry;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.ChangeTool;

public sealed partial class ChangeToolPage
{
    private bool _busy;
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private ToolForm? _form;
    private IReadOnlyList<string> _others = [];
    private ToolBrief? _theirs;
    private ToolBrief? _tool;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _error = await LoadAsync();
        if (_tool is not null) _form = new ToolForm(_tool);
    }

    private async Task<Error?> LoadAsync()
    {
        var result = await Mediator.Send(new GetToolTermsQuery(new AiToolId(Id)), Closing);
        if (result.IsSuccess) _tool = result.Value;
        return result.Error;
    }

    private async Task SendAsync()
    {
        if (_busy || _form is null || _tool is null) return;
        _busy = true;
        var faults = new List<FieldError>();
        var terms = _form.Read(faults);
        (_error, _faults, _theirs) = (null, faults, null);
        if (faults.Count == 0)
        {
            var result = await Mediator.Send(new ChangeToolCommand(_tool.Id, _tool.Version, terms), Closing);
            (_error, _faults) = (result.Error, result.Error?.Fields ?? []);
            if (result.IsSuccess) Navigation.NavigateTo($"tools/{Id}");
            else if (result.Error!.Kind == ErrorKind.Conflict) await CompareAsync();
        }

        _busy = false;
    }

    private async Task CompareAsync()
    {
        if (await LoadAsync() is { } error) _error = error;
        else (_theirs, _others) = (_tool, ToolDifferences.Between(_form!, new ToolForm(_tool!)));
    }
}
