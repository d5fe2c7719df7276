using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Changes.SetPolicy;

public sealed partial class RiskRules
{
    private string _criticality = "";
    private Error? _error;
    private IReadOnlyList<FieldError> _faults = [];
    private string _path = "";
    private string _system = "";
    private RiskTier _tier = RiskTier.High;

    [Parameter, EditorRequired]
    public IReadOnlyList<RiskRule> Rules { get; set; } = [];

    [Parameter]
    public bool MayEdit { get; set; }

    [Parameter]
    public EventCallback Done { get; set; }

    private async Task AddAsync()
    {
        var result = await Mediator.Send(new AddRiskRuleCommand(_system, _path, Enum.TryParse<Criticality>(_criticality, out var c) ? c : null, _tier), Closing);
        (_error, _faults) = (result.Error?.Fields.Count > 0 ? null : result.Error, result.Error?.Fields ?? []);
        if (result.IsSuccess) (_system, _path) = ("", "");
        if (result.IsSuccess) await Done.InvokeAsync();
    }

    private async Task RemoveAsync(long id)
    {
        var result = await Mediator.Send(new RemoveRiskRuleCommand(id), Closing);
        _error = result.Error;
        await Done.InvokeAsync();
    }
}
