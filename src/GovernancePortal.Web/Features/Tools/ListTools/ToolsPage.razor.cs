using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Tools.ListTools;

public sealed partial class ToolsPage
{
    private Error? _error;
    private string _finding = "Reading the register…";
    private ToolList? _list;
    private string? _search;
    private ToolsAddress? _shown;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Gate { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private ToolsAddress Here => new(Search, State, Unit, Gate, Sort, Page ?? 1);

    protected override async Task OnParametersSetAsync()
    {
        // The frame may draw the page again while somebody types: only another address is a reason to start over.
        if (_shown == Here) return;
        (_shown, _search) = (Here, Search);
        var result = await Mediator.Send(Here.Query, Closing);
        (_error, _list) = (result.Error, result.IsSuccess ? result.Value : null);
        _finding = _list is null ? "The register could not be read." : ToolsFinding.Of(_list, Here.Filter);
    }

    private void SearchAsync() => Go(Here with { Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), Page = 1 });

    private void Go(ToolsAddress address) => Navigation.NavigateTo(address.Href);
}
