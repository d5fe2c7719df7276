using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Reallocation.ListCases;

public sealed partial class CasesPage
{
    private Error? _error;
    private string _finding = "Reading the cases…";
    private CaseList? _list;
    private string? _search;
    private CasesAddress? _shown;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private CasesAddress Here => new(Search, State, Sort, Page ?? 1);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Here) return;
        (_shown, _search) = (Here, Search);
        var result = await Mediator.Send(Here.Query, Closing);
        (_error, _list) = (result.Error, result.IsSuccess ? result.Value : null);
        _finding = _list is null ? "The cases could not be read." : Finding(_list);
    }

    private static string Finding(CaseList list)
    {
        if (list.All == 0) return list.MayManage ? "No position is marked as displaced. Open a case when that is in question." : "No case is published.";
        var (drafts, told) = (list.States.GetValueOrDefault(CaseState.Draft), list.States.GetValueOrDefault(CaseState.Published));
        if (drafts + told == 0) return $"Nothing is open. {Say.Number(list.All, capital: true)} {(list.All == 1 ? "case is" : "cases are")} over.";
        var open = $"{Say.Number(list.OpenPositions, capital: true)} {(list.OpenPositions == 1 ? "position is" : "positions are")} displaced in {Say.Number(drafts + told)} open {(drafts + told == 1 ? "case" : "cases")}";
        return drafts == 0 ? $"{open}." : $"{open}; {Say.Number(drafts)} {(drafts == 1 ? "is" : "are")} not published, and those concerned do not know.";
    }

    private void SearchNow() => Go(Here with { Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), Page = 1 });

    private void Go(CasesAddress address) => Navigation.NavigateTo(address.Href);
}
