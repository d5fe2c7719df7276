using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Plans.ListPlans;

/// <summary>The state of the list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record PlansAddress(string? Search, string? State, string? Sort, int Page) : IListAddress<PlansAddress, PlanList>
{
    public PlanOrder Order => Sort?.TrimStart('-') switch { "name" => PlanOrder.Name, "state" => PlanOrder.State, _ => PlanOrder.Created };

    /// <summary>The newest comes first unless the address says otherwise.</summary>
    public bool Descending => Sort is null or "" || Sort.StartsWith('-');

    public IRequest<Result<PlanList>> Query =>
        new ListPlansQuery(string.IsNullOrWhiteSpace(Search) ? null : Search, Enum.TryParse<PlanState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null, Order, Descending, new Paging(Page, Paging.DefaultSize));

    public string Href =>
        QueryHelpers.AddQueryString(
            "plans",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["state"] = State,
                ["sort"] = Sort,
                ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) => (this with { Sort = string.Equals(Sort ?? "-created", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    public PlansAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
