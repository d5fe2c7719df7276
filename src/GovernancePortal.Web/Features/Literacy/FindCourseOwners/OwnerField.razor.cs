using GovernancePortal.Domain.Common;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Literacy.FindCourseOwners;

public sealed partial class OwnerField : IDisposable
{
    private readonly CancellationTokenSource _closing = new();

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

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        var found = await Mediator.Send(new FindCourseOwnersQuery(text), _closing.Token);
        if (!found.IsSuccess) return [];
        foreach (var owner in found.Value) Known[owner.Label] = owner.Id.Value;
        return [.. found.Value.Select(o => o.Label)];
    }
}
