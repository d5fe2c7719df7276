using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Knowledge.CorrectPage;

public sealed partial class CorrectForm
{
    private bool _busy;
    private Error? _error;
    private string _title = "";
    private string _unit = "";
    private string _owner = "";
    private string _deputy = "";
    private string _channel = "";
    private string _interval = "";
    private Criticality _criticality;
    private bool _agents;

    [Parameter, EditorRequired]
    public KnowledgePage Page { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Unit { get; set; } = "";

    /// <summary>Employee number of the owner, as the form begins.</summary>
    [Parameter]
    public string Owner { get; set; } = "";

    /// <summary>Employee number of the deputy, as the form begins.</summary>
    [Parameter]
    public string Deputy { get; set; } = "";

    [Parameter]
    public EventCallback Done { get; set; }

    private IReadOnlyList<FieldError> Faults => _error?.Fields ?? [];

    protected override void OnInitialized() =>
        (_title, _unit, _owner, _deputy, _channel, _interval, _criticality, _agents) =
            (Page.Title, Unit, Owner, Deputy, Page.OwnerText, Page.Interval?.ToString() ?? "", Page.Criticality, Page.IsAgentReadable);

    private async Task SendAsync()
    {
        if (_busy) return;
        _busy = true;
        var command = new CorrectPageCommand(Page.Id, Page.Version, _title, _unit, _owner, _deputy, _channel, _criticality, _agents, _interval);
        _error = (await Mediator.Send(command, Closing)).Error;
        if (_error is null) await Done.InvokeAsync();
        _busy = false;
    }
}
