using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Tools.ListTools;

/// <summary>The state of the register's list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record ToolsAddress(string? Search, string? State, Guid? Unit, string? Gate, string? Sort, int Page) : IListAddress<ToolsAddress, ToolList>
{
    public ToolOrder Order => Sort?.TrimStart('-') switch { "review" => ToolOrder.Review, "risk" => ToolOrder.Risk, _ => ToolOrder.Name };

    public bool Descending => Sort?.StartsWith('-') == true;

    public ToolFilter Filter =>
        new(
            string.IsNullOrWhiteSpace(Search) ? null : Search,
            State switch { "retired" => ToolState.Retired, "all" => ToolState.All, _ => ToolState.Approved },
            Unit is { } unit ? new UnitId(unit) : null,
            Gate is "none");

    public IRequest<Result<ToolList>> Query => new ListToolsQuery(Filter, Order, Descending, new Paging(Page, Paging.DefaultSize));

    public string Href =>
        QueryHelpers.AddQueryString(
            "tools",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["state"] = State,
                ["unit"] = Unit?.ToString(),
                ["gate"] = Gate,
                ["sort"] = Sort,
                ["page"] = Page > 1 ? $"{Page}" : null,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) =>
        (this with { Sort = string.Equals(Sort ?? "name", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    public ToolsAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
