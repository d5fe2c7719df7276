using System.Globalization;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Reallocation.ListCases;

/// <summary>The state of the list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record CasesAddress(string? Search, string? State, string? Sort, int Page)
{
    public CaseOrder Order => Sort?.TrimStart('-') switch { "name" => CaseOrder.Name, "positions" => CaseOrder.Positions, _ => CaseOrder.Created };

    /// <summary>The newest comes first unless the address says otherwise.</summary>
    public bool Descending => Sort is null or "" || Sort.StartsWith('-');

    public ListCasesQuery Query =>
        new(
            string.IsNullOrWhiteSpace(Search) ? null : Search,
            Enum.TryParse<CaseState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
            Order,
            Descending,
            new Paging(Page, Paging.DefaultSize));

    public string Href =>
        QueryHelpers.AddQueryString(
            "cases",
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Search, ["state"] = State, ["sort"] = Sort, ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) => (this with { Sort = string.Equals(Sort ?? "-created", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;
}
