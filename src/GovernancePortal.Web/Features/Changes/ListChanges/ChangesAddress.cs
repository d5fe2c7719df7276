using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Changes.ListChanges;

/// <summary>The state of the queue as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record ChangesAddress(string? Search, string? View, string? Risk, string? Late, string? Sort, int Page) : IListAddress<ChangesAddress, ChangeList>
{
    public ChangeOrder Order => Sort?.TrimStart('-') switch { "due" => ChangeOrder.Due, "since" => ChangeOrder.Registered, _ => ChangeOrder.First };

    public bool Descending => Sort?.StartsWith('-') == true;

    public ChangeFilter Filter =>
        new(
            string.IsNullOrWhiteSpace(Search) ? null : Search,
            View switch { "passed" => ChangeView.Passed, "open" => ChangeView.Open, "all" => ChangeView.All, _ => ChangeView.Waiting },
            Risk switch { "high" => RiskTier.High, "limited" => RiskTier.Limited, "minimal" => RiskTier.Minimal, _ => null },
            Late is "yes");

    public IRequest<Result<ChangeList>> Query => new ListChangesQuery(Filter, Order, Descending, new Paging(Page, Paging.DefaultSize));

    public string Href => QueryHelpers.AddQueryString("changes", Pairs);

    /// <summary>The same filter as a file.</summary>
    public string FileHref(string format) => QueryHelpers.AddQueryString($"changes/export.{format}", Pairs);

    private IEnumerable<KeyValuePair<string, string?>> Pairs =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["q"] = Search,
            ["view"] = View,
            ["risk"] = Risk,
            ["late"] = Late,
            ["sort"] = Sort,
            ["page"] = Page > 1 ? $"{Page}" : null,
        }.Where(pair => !string.IsNullOrEmpty(pair.Value));

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) =>
        (this with { Sort = string.Equals(Sort ?? "risk", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    public ChangesAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
