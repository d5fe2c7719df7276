using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Access.ListUsers;

public sealed partial class UsersPage
{
    private Error? _error;
    private string _finding = "Counting accounts…";
    private PageOf<UserRow>? _list;
    private string? _search;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Search { get; set; }

    [SupplyParameterFromQuery]
    private string? Role { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private UsersAddress Here => new(Search, Role, State, Page ?? 1);

    protected override async Task OnParametersSetAsync()
    {
        _search = Search;
        var result = await Mediator.Send(Here.Query, Closing);
        _error = result.Error;
        _list = result.IsSuccess ? result.Value : null;
        _finding = _list is null ? "The list could not be read." : Finding(_list.Total, Here);
    }

    private static string Finding(int count, UsersAddress at) =>
        (count, at.Shown) switch
        {
            (0, _) when at.IsFiltered => "Nobody matches this search.",
            (_, _) when at.IsFiltered => $"{Say.Of(count, "account matches", "accounts match")} this search.",
            (0, AccountState.Invited) => "Everybody who was invited has signed in.",
            (0, AccountState.Removed) => "No account was removed yet.",
            (_, AccountState.Invited) => $"{Say.Of(count, "invited person has", "invited people have")} not set a password yet.",
            (_, AccountState.Removed) => $"{Say.Of(count, "account was", "accounts were")} removed and cannot sign in.",
            _ => $"{Say.Of(count, "account is", "accounts are")} open in the part of the organisation you administer.",
        };

    private static string Roles(UserRow user) => user.Roles.Count == 0 ? "none" : string.Join(", ", user.Roles.Distinct().Order().Select(RoleNames.Of));

    private string? Current(AccountState state) => Here.Shown == state ? "page" : null;

    private void Find() => Go(Here with { Search = string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), Page = 1 });

    private void Go(UsersAddress address) => Navigation.NavigateTo(address.Href);
}
