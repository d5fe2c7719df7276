using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Access.ListUsers;

/// <summary>The state of the user list as its address carries it; a value that is not understood counts as not given.</summary>
public sealed record UsersAddress(string? Search, string? Role, string? State, int Page)
{
    public Role? RoleFilter => Enum.TryParse<Role>(Role, out var role) && Enum.IsDefined(role) ? role : null;

    public AccountState Shown =>
        State switch
        {
            "invited" => AccountState.Invited,
            "removed" => AccountState.Removed,
            _ => AccountState.Open,
        };

    public ListUsersQuery Query => new(string.IsNullOrWhiteSpace(Search) ? null : Search, RoleFilter, Shown, new Paging(Page, Paging.DefaultSize));

    public bool IsFiltered => Query.Search is not null || RoleFilter is not null;

    public string Href =>
        QueryHelpers.AddQueryString(
            "users",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["q"] = Search,
                ["role"] = Role,
                ["state"] = State,
                ["page"] = Page > 1 ? $"{Page}" : null,
            }.Where(pair => !string.IsNullOrEmpty(pair.Value))
        );
}
