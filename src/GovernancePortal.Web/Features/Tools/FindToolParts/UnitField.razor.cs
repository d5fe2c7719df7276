using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.FindToolParts;

public sealed partial class UnitField
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string Hint { get; set; } = "";

    [Parameter]
    public string Text { get; set; } = "";

    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<FieldError> Faults { get; set; } = [];

    /// <summary>Which units the paths mean; what is offered is added.</summary>
    [Parameter, EditorRequired]
    public IDictionary<string, Guid> Known { get; set; } = default!;

    private async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var found = await Mediator.Send(new FindToolUnitsQuery(text), Closing);
        if (!found.IsSuccess) return [];
        foreach (var unit in found.Value) Known[unit.Label] = unit.Id;
        return [.. found.Value.Select(u => u.Label)];
    }
}
