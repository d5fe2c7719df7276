using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace GovernancePortal.Web.Features.Imports.Logins;

/// <summary>The logins of imported use by what is known about them; its state is in the address.</summary>
public sealed partial class LoginsPage
{
    private Error? _error;
    private string _finding = "Counting logins…";
    private LoginList? _list;
    private string? _search;
    private string? _shown;

    [SupplyParameterFromQuery]
    private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Query { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private LoginStanding Standing =>
        Show switch
        {
            "nobody" => LoginStanding.Nobody,
            "linked" => LoginStanding.Linked,
            _ => LoginStanding.Waiting,
        };

    private string Third => Standing switch { LoginStanding.Nobody => "Why", LoginStanding.Linked => "Person", _ => "State" };

    protected override async Task OnParametersSetAsync()
    {
        var here = Address(Show, Query, Page ?? 1);
        if (here.Equals(_shown, StringComparison.Ordinal)) return;
        (_shown, _search) = (here, Query);
        var result = await Mediator.Send(new ListLoginsQuery(Standing, Query, new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        (_list, _error) = (result.IsSuccess ? result.Value : null, result.Error);
        _finding = _list is null ? "The list could not be read." : Finding(_list);
    }

    private static string Finding(LoginList list) =>
        list.Waiting == 0
            ? "Every login of the imported use is decided: it is a person's or nobody's."
            : $"{Say.Of(list.Waiting, "login is", "logins are")} nobody's yet. {(list.WaitingDays is { } days ? Say.Of(days, "day of use waits", "days of use wait") : "Their use waits")} until somebody says whose.";

    private void Search() => Go(Show, string.IsNullOrWhiteSpace(_search) ? null : _search.Trim(), 1);

    private void Go(string? show, string? query, int page) => Navigation.NavigateTo(Address(show, query, page));

    private static string Address(string? show, string? query, int page) =>
        QueryHelpers.AddQueryString(
            "imports/logins",
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["show"] = show, ["q"] = query, ["page"] = page > 1 ? $"{page}" : null }.Where(p => !string.IsNullOrEmpty(p.Value))
        );
}
