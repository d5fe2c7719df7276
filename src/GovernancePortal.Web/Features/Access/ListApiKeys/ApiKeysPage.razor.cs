using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Words;
using Microsoft.AspNetCore.Components;

namespace GovernancePortal.Web.Features.Access.ListApiKeys;

public sealed partial class ApiKeysPage
{
    private Error? _error;
    private string _finding = "Reading the keys…";
    private ApiKeyList? _list;

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var result = await Mediator.Send(new ListApiKeysQuery(new Paging(Page ?? 1, Paging.DefaultSize)), Closing);
        _error = result.Error;
        _list = result.IsSuccess ? result.Value : null;
        _finding = _list is null ? "The keys could not be read." : Finding(_list);
    }

    private static string Finding(ApiKeyList list) =>
        list switch
        {
            { Keys.Total: 0 } => "No program calls the portal yet. Make a key for the first one.",
            { Usable: 0 } => "No key works any more.",
            _ => $"{Say.Number(list.Usable, capital: true)} {(list.Usable == 1 ? "key works" : "keys work")} now.",
        };

    private static string Scopes(ApiKeyRow key) =>
        string.Join("; ", key.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => ApiScopes.All.GetValueOrDefault(s, s)));

    private static string Shape(ApiKeyRow key, DateTimeOffset now) => key.RevokedAt is not null ? "struck" : key.ExpiresAt <= now ? "fails" : "active";

    private static string State(ApiKeyRow key, DateTimeOffset now) =>
        key.RevokedAt is { } revoked ? $"Withdrawn {Day(revoked)}"
        : key.ExpiresAt <= now ? $"Expired {Day(key.ExpiresAt)}"
        : $"Until {Day(key.ExpiresAt)}";

    private static string Day(DateTimeOffset time) => Say.Day(time.UtcDay());
}
