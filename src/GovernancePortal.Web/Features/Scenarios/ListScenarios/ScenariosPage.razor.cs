using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Scenarios.ListScenarios;

public sealed partial class ScenariosPage
{
    private static readonly string[] Verdicts = [.. new[] { 0.9, 0.7, 0.5, 0.3, 0.1 }.Select(Domain.Scenarios.Verdict.Of), Domain.Scenarios.Verdict.NoDifference];

    private Error? _error;
    private string _finding = "Reading the scenarios…";
    private ScenarioList? _list;
    private string? _search;
    private ScenariosAddress? _shown;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Verdict { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private ScenariosAddress Here => new(Search, State, Verdict, Sort, Page ?? 1);

    protected override async Task OnParametersSetAsync()
    {
        // The frame may draw the page again while somebody types: only another address is a reason to start over.
        if (_shown == Here) return;
        (_shown, _search) = (Here, Search);
        var result = await Mediator.Send(Here.Query, Closing);
        (_error, _list) = (result.Error, result.IsSuccess ? result.Value : null);
        _finding = _list is null ? "The scenarios could not be read." : Finding(_list);
    }

    private static string Figure(double count) => count.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Finding(ScenarioList list)
    {
        if (list.All == 0) return list.MayEdit ? "Nobody has asked yet what cutting or moving people would do. Build the first scenario." : "There is no scenario yet that you may see.";
        var (move, cut) = (Of(0.9) + Of(0.7), Of(0.3) + Of(0.1));
        var all = $"{Say.Number(list.All, capital: true)} {(list.All == 1 ? "scenario" : "scenarios")}";
        return $"{all}: moving people looks better than cutting in {Say.Number(move)}, cutting looks better in {Say.Number(cut)}{(list.All == move + cut ? "." : $", and {Say.Number(list.All - move - cut)} {(list.All - move - cut == 1 ? "is" : "are")} open.")}";

        int Of(double probability) => list.Verdicts.GetValueOrDefault(Domain.Scenarios.Verdict.Of(probability));
    }

    private void SearchNow() => Go(Here with { Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), Page = 1 });

    private void Go(ScenariosAddress address) => Navigation.NavigateTo(address.Href);
}
