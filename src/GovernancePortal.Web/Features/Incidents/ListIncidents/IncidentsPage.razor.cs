using GovernancePortal.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Incidents.ListIncidents;

public sealed partial class IncidentsPage
{
    private static readonly (string Value, string Word)[] AiWords =
    [
        ("related", "AI-related"),
        ("advice", "A person acted on AI advice"),
        ("authored", "AI wrote it"),
        ("alone", "AI acted on its own"),
        ("stalesource", "AI passed on a stale page"),
        ("unknown", "Not known yet"),
        ("notai", "AI had no part in it"),
    ];

    private Error? _error;
    private string _finding = "Reading the incidents…";
    private IncidentList? _list;
    private string? _search;
    private IncidentsAddress? _shown;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private int? Severity { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Ai { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? Until { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private IncidentsAddress Here => new(Search, State, Severity, Unit, Ai, From, Until, Sort, Page ?? 1);

    protected override async Task OnParametersSetAsync()
    {
        // The frame may draw the page again while somebody types: only another address is a reason to start over.
        if (_shown == Here) return;
        (_shown, _search) = (Here, Search);
        var result = await Mediator.Send(Here.Query, Closing);
        (_error, _list) = (result.Error, result.IsSuccess ? result.Value : null);
        _finding = _list is null ? "The incidents could not be read." : IncidentsFinding.Of(_list, Here.Filter);
    }

    private void SearchAsync() => Go(Here with { Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), Page = 1 });

    private void Go(IncidentsAddress address) => Navigation.NavigateTo(address.Href);
}
