using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Reallocation.FindCaseParts;

public sealed partial class CasePersonField
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

    /// <summary>What the words mean; what is offered is added.</summary>
    [Parameter, EditorRequired]
    public IDictionary<string, Guid> Known { get; set; } = default!;

    private async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var found = await Mediator.Send(new FindCasePeopleQuery(text), Closing);
        if (!found.IsSuccess) return [];
        foreach (var choice in found.Value) Known[choice.Label] = choice.Id;
        return [.. found.Value.Select(c => c.Label)];
    }
}
