using GovernancePortal.Web.Features.Access.FindUnits;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Components.Shared;

/// <summary>A unit that can be chosen.</summary>
public sealed record PickedUnit(Guid Id, string Path);

/// <summary>Chooses one unit among any number of them.</summary>
public sealed partial class UnitPicker : IDisposable
{
    /// <summary>How many are offered at once, the highest first.</summary>
    private const int Most = FindUnitsQuery.Most;

    private CancellationTokenSource _search = new();
    private IReadOnlyList<PickedUnit> _units = [];

    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    public Guid Value { get; set; }

    [Parameter]
    public EventCallback<Guid> ValueChanged { get; set; }

    /// <summary>Finds units by a part of their path; null for those in which the user may give out roles.</summary>
    [Parameter]
    public Func<string?, CancellationToken, Task<IReadOnlyList<PickedUnit>>>? Find { get; set; }

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
            _units = await (Find ?? FindForRolesAsync)(search, _search.Token);
            if (_units.Count > 0 && _units.All(u => u.Id != Value)) await ValueChanged.InvokeAsync(_units[0].Id);
        }
        catch (OperationCanceledException)
        {
            // The newer search answers.
        }
    }

    private async Task<IReadOnlyList<PickedUnit>> FindForRolesAsync(string? search, CancellationToken cancellationToken)
    {
        var result = await Mediator.Send(new FindUnitsQuery(search), cancellationToken);
        return result.IsSuccess ? [.. result.Value.Select(u => new PickedUnit(u.Id.Value, u.Path))] : [];
    }

    private async Task ChooseAsync(ChangeEventArgs e)
    {
        if (Guid.TryParse(e.Value as string, out var id)) await ValueChanged.InvokeAsync(id);
    }
}
