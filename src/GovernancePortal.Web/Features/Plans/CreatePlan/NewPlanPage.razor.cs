using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Scenarios;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Plans.CreatePlan;

public sealed partial class NewPlanPage
{
    private IReadOnlyList<FieldError> _faults = [];
    private PlanChoices? _choices;
    private Error? _unread;
    private Error? _error;
    private string _case = "";
    private string _name = "";
    private string _scenario = "";
    private bool _busy;

    /// <summary>Id of a case, where a link named one.</summary>
    [SupplyParameterFromQuery(Name = "case")]
    private string? Chosen { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private string Finding =>
        _choices is null ? "Reading the cases."
        : _choices.Cases.Count == 0 ? "No open case is without a plan. A plan begins with a case that has positions."
        : "A plan matches everybody of a case to seats of published work roles, and says of each why.";

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetPlanChoicesQuery(), Closing);
        (_unread, _choices) = (result.Error, result.IsSuccess ? result.Value : null);
        if (_choices is not { Cases: { Count: > 0 } cases }) return;
        var chosen = cases.FirstOrDefault(c => string.Equals(c.Id.ToString(), Chosen, StringComparison.OrdinalIgnoreCase)) ?? cases[0];
        (_case, _name) = (chosen.Id.ToString(), chosen.Label);
    }

    private async Task CreateAsync()
    {
        if (_busy) return;
        (_busy, _faults, _error) = (true, [], null);
        ScenarioId? scenario = Guid.TryParse(_scenario, out var id) ? new ScenarioId(id) : null;
        var result = await Mediator.Send(new CreatePlanCommand(new CaseId(Guid.TryParse(_case, out var from) ? from : Guid.Empty), _name, scenario), Closing);
        if (result.IsSuccess) Navigation.NavigateTo($"plans/{result.Value}");
        else (_faults, _error, _busy) = (result.Error!.Fields, result.Error.Fields.Count == 0 ? result.Error : null, false);
    }
}
