using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Organisation.ListPeople;

public sealed partial class PeoplePage
{
    private Error? _error;
    private string _finding = "Counting people…";
    private ListPeopleResponse? _list;
    private string? _search;
    private PeopleAddress? _shown;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Level { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [SupplyParameterFromQuery]
    private int? Size { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private PeopleAddress Here => new(Search, Unit, Level, Kind, Sort, Page ?? 1, Size);

    private string SortWords => Here.Order switch
    {
        PeopleOrder.Unit => "unit, then name",
        PeopleOrder.Number => "employee number",
        _ => "name",
    };

    protected override async Task OnParametersSetAsync()
    {
        // The frame may draw the page again while somebody types: only another address is a reason to start over.
        if (_shown == Here) return;
        (_shown, _search) = (Here, Search);
        var result = await Mediator.Send(Here.Query, Closing);
        _error = result.Error;
        _list = result.IsSuccess ? result.Value : null;
        _finding = _list is null ? "The list could not be read." : Finding(_list, Here);
    }

    private static string Finding(ListPeopleResponse list, PeopleAddress at) =>
        list switch
        {
            { InScope: 0 } => "There is nobody in the roster yet. Import it to begin.",
            { People.Total: 0 } => "Nobody matches these filters.",
            _ when at.Filter.IsEmpty => $"{Say.Of(list.InScope, "person works", "people work")} in the units your role covers.",
            _ => $"{Say.Count(list.People.Total)} of {Say.Of(list.InScope, "person", "people")} {(list.People.Total == 1 ? "matches" : "match")}.",
        };

    private void SearchAsync() => Go(Here with { Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), Page = 1 });

    private void Go(PeopleAddress address) => Navigation.NavigateTo(address.Href);

    private static string? Text(ChangeEventArgs e) => e.Value as string is { Length: > 0 } text ? text : null;
}
