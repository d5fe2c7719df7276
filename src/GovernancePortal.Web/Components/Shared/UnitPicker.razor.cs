using GovernancePortal.Web.Features.Access.FindUnits;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Shared;

/// <summary>Chooses one unit among any number of them.</summary>
public sealed partial class UnitPicker : IDisposable
{
    private CancellationTokenSource _search = new();
    private IReadOnlyList<FoundUnit> _units = [];

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    public Guid Value { get; set; }

    [Parameter]
    public EventCallback<Guid> ValueChanged { get; set; }

    [Inject]
    private IMediator Mediator { get; set; } = default!;

    public void Dispose()
    {
        _search.Cancel();
        _search.Dispose();
    }

    protected override Task OnInitializedAsync() => FindAsync(search: null);

    private Task SearchAsync(ChangeEventArgs e) => FindAsync(e.Value as string);

    private async Task FindAsync(string? search)
    {
        // A newer letter makes the older search pointless.
        await _search.CancelAsync();
        _search.Dispose();
        _search = new CancellationTokenSource();
        try
        {
            var result = await Mediator.Send(new FindUnitsQuery(search), _search.Token);
            if (!result.IsSuccess) return;

            _units = result.Value;
            if (_units.Count > 0 && _units.All(u => u.Id.Value != Value)) await ValueChanged.InvokeAsync(_units[0].Id.Value);
        }
        catch (OperationCanceledException)
        {
            // The newer search answers.
        }
    }

    private async Task ChooseAsync(ChangeEventArgs e)
    {
        if (Guid.TryParse(e.Value as string, out var id)) await ValueChanged.InvokeAsync(id);
    }
}
