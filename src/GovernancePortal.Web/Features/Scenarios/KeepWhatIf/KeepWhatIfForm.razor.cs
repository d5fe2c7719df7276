using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.KeepWhatIf;

public sealed partial class KeepWhatIfForm
{
    private IReadOnlyList<FieldError> _faults = [];
    private Error? _error;
    private string _reason = "";
    private string _ownName = WhatIf.OwnName;
    private bool _busy;

    [Parameter, EditorRequired]
    public ScenarioId ScenarioId { get; set; }

    [Parameter, EditorRequired]
    public int Version { get; set; }

    [Parameter, EditorRequired]
    public WhatIfSettings Settings { get; set; } = WhatIfSettings.None;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private async Task KeepAsync()
    {
        if (_busy) return;
        _busy = true;
        var result = await Mediator.Send(new KeepWhatIfCommand(ScenarioId, Version, Settings, _reason, _ownName), Closing);
        (_busy, _error) = (false, result.Error);
        _faults = [.. (result.Error?.Fields ?? []).Select(f => f with { Field = $"keep-{f.Field}" })];
        if (result.IsSuccess) Navigation.NavigateTo($"scenarios/{ScenarioId}/runs/{result.Value}");
    }
}
