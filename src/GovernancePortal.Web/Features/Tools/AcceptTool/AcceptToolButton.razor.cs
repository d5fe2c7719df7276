using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.AcceptTool;

public sealed partial class AcceptToolButton
{
    private bool _busy;
    private Error? _error;

    [Parameter, EditorRequired]
    public AiToolId ToolId { get; set; }

    [Parameter, EditorRequired]
    public int Version { get; set; }

    /// <summary>After it was accepted, or found changed by somebody else.</summary>
    [Parameter]
    public EventCallback Done { get; set; }

    private async Task AcceptAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new AcceptToolCommand(ToolId, Version), Closing);
        _error = result.Error;
        if (result.IsSuccess || result.Error!.Kind == ErrorKind.Conflict) await Done.InvokeAsync();
        _busy = false;
    }
}
