using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Knowledge.ListPages;

public sealed partial class PagesPage
{
    private Error? _error;
    private string _finding = "Reading the register…";
    private PageList? _list;
    private string? _search;
    private PagesAddress? _shown;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private PagesAddress Here => new(Search, State, Unit, Sort, Page ?? 1);

    protected override async Task OnParametersSetAsync()
    {
        // The frame may draw the page again while somebody types: only another address is a reason to start over.
        if (_shown == Here) return;
        (_shown, _search) = (Here, Search);
        var result = await Mediator.Send(Here.Query, Closing);
        (_error, _list) = (result.Error, result.IsSuccess ? result.Value : null);
        _finding = _list is null ? "The register could not be read." : PagesFinding.Of(_list, Here.Filter);
    }

    private void Find() => Go(Here with { Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), Page = 1 });

    private void Go(PagesAddress address) => Navigation.NavigateTo(address.Href);
}
