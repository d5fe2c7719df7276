using System.Globalization;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.WorkRoles.ListRoles;

/// <summary>The state of the list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record WorkRolesAddress(string? Search, string? State, string? Sort, int Page) : IListAddress<WorkRolesAddress, WorkRoleList>
{
    public WorkRoleOrder Order => Sort?.TrimStart('-') == "level" ? WorkRoleOrder.Level : WorkRoleOrder.Title;

    public bool Descending => Sort?.StartsWith('-') == true;

    public IRequest<Result<WorkRoleList>> Query =>
        new ListWorkRolesQuery(
            string.IsNullOrWhiteSpace(Search) ? null : Search,
            State switch { "draft" => RoleState.Draft, "published" => RoleState.Published, "retired" => RoleState.Retired, _ => null },
            Order,
            Descending,
            new Paging(Page, Paging.DefaultSize));

    public string Href =>
        QueryHelpers.AddQueryString(
            "work-roles",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["state"] = State,
                ["sort"] = Sort,
                ["page"] = Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>The address that sorts by a column, or turns the direction when it already does.</summary>
    public string SortedBy(string column) => (this with { Sort = string.Equals(Sort ?? "title", column, StringComparison.Ordinal) ? "-" + column : column, Page = 1 }).Href;

    public WorkRolesAddress Searched(string? text) => this with { Search = text, Page = 1 };
}
