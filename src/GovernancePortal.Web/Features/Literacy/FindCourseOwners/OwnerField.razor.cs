using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.FindCourseOwners;

public sealed partial class OwnerField
{
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    public string Text { get; set; } = "";

    [Parameter]
    public EventCallback<string> TextChanged { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<FieldError> Faults { get; set; } = [];

    /// <summary>Whom the words mean; what is offered is added.</summary>
    [Parameter, EditorRequired]
    public IDictionary<string, Guid> Known { get; set; } = default!;

    private async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var found = await Mediator.Send(new FindCourseOwnersQuery(text), Closing);
        if (!found.IsSuccess) return [];
        foreach (var owner in found.Value) Known[owner.Label] = owner.Id;
        return [.. found.Value.Select(o => o.Label)];
    }
}
