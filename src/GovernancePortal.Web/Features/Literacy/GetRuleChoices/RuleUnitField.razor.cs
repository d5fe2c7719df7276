using GovernancePortal.Web.Components.Shared;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.GetRuleChoices;

public sealed partial class RuleUnitField
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    public Guid Value { get; set; }

    [Parameter]
    public EventCallback<Guid> ValueChanged { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    private async Task<IReadOnlyList<PickedUnit>> FindAsync(string? search, CancellationToken cancellationToken)
    {
        var found = await Mediator.Send(new FindRequirementUnitsQuery(search), cancellationToken);
        return found.IsSuccess ? [.. found.Value.Select(u => new PickedUnit(u.Id.Value, u.Path))] : [];
    }
}
