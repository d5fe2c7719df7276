using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Changes.ListChanges;

public sealed partial class ChangesPage
{
    private static readonly (string View, string Text)[] Views = [("", "Waiting"), ("passed", "Emergency passes"), ("open", "Open"), ("all", "All")];

    private Error? _error;
    private ChangeList? _list;
    private string? _search;
    private ChangesAddress? _shown;

    [SupplyParameterFromQuery(Name = "q")]
    private string? SearchText { get; set; }

    [SupplyParameterFromQuery]
    private string? View { get; set; }

    [SupplyParameterFromQuery]
    private string? Risk { get; set; }

    [SupplyParameterFromQuery]
    private string? Late { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private ChangesAddress Here => new(SearchText, View, Risk, Late, Sort, Page ?? 1);

    private string Finding =>
        _list is not { } list ? _error is null ? "Reading the queue…" : "The queue could not be read."
        : Here.Filter is { View: ChangeView.Waiting, Search: null, Tier: null, Late: false } ? Queue(list)
        : $"{Say.Number(list.Changes.Total, capital: true)} {(list.Changes.Total == 1 ? "change matches" : "changes match")}.";

    protected override async Task OnParametersSetAsync()
    {
        // The frame may draw the page again while somebody types: only another address is a reason to start over.
        if (_shown == Here) return;
        (_shown, _search) = (Here, SearchText);
        var result = await Mediator.Send(Here.Query, Closing);
        (_error, _list) = (result.Error, result.IsSuccess ? result.Value : null);
    }

    private static string Queue(ChangeList list) =>
        list.Waiting == 0 ? "No change waits for a reviewer."
        : list.Late == 0 ? $"{Say.Number(list.Waiting, capital: true)} {(list.Waiting == 1 ? "change waits" : "changes wait")} for a reviewer, none longer than promised."
        : $"{Say.Number(list.Waiting, capital: true)} {(list.Waiting == 1 ? "change waits" : "changes wait")} for a reviewer, {Say.Number(list.Late)} longer than promised.";

    private void Search() => Go(Here with { Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), Page = 1 });

    private void Go(ChangesAddress address) => Navigation.NavigateTo(address.Href);
}
