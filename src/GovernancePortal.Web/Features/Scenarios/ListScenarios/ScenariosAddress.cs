using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Scenarios.ListScenarios;

/// <summary>The state of the list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record ScenariosAddress(string? Search, string? State, string? Verdict, string? Sort, int Page) : IListAddress<ScenariosAddress, ScenarioList>
{
    public ScenarioOrder Order => Sort?.TrimStart('-') switch { "name" => ScenarioOrder.Name, "unit" => ScenarioOrder.Unit, _ => ScenarioOrder.LastRun };

    /// <summary>The newest run comes first unless the address says otherwise.</summary>
    public bool Descending => Sort is null or "" || Sort.StartsWith('-');

    public IRequest<Result<ScenarioList>> Query =>
        new ListScenariosQuery(
            string.IsNullOrWhiteSpace(Search) ? null : Search,
            State switch { "archived" => ScenarioState.Archived, "all" => null, _ => ScenarioState.Current },
            string.IsNullOrWhiteSpace(Verdict) ? null : Verdict,
            Order,
            Descending,
            new Paging(Page, Paging.DefaultSize));

    public string Href =>
        QueryHelpers.AddQueryString(
            "scenarios",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["state"] = State,
                ["verdict"] = Verdict,
                ["sort"] = Sort,
                ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) =>
        (this with { Sort = string.Equals(Sort ?? "-run", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    public ScenariosAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
