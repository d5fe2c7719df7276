using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Changes.GetChange;

public sealed partial class ChangePage
{
    private Error? _error;
    private ChangeDetails? _found;

    [Parameter]
    public Guid Id { get; set; }

    private string Name => _found is { Change: var c } ? c.Title.Length == 0 ? $"Change {c.Number}" : c.Title : "Change";

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new GetChangeQuery(new ChangeId(Id)), Closing);
        (_error, _found) = (result.Error, result.IsSuccess ? result.Value : null);
    }
}
