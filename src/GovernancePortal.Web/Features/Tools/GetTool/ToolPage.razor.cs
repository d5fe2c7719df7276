using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Tools.Registry;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.GetTool;

public sealed partial class ToolPage
{
    private Error? _error;
    private ToolDetails? _tool;

    [Parameter]
    public Guid Id { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetToolQuery(new AiToolId(Id)), Closing);
        (_error, _tool) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
