using System.Security.Claims;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>
/// Who asks, within one HTTP request or one open page. The circuit handler and the middleware set the principal; the pipeline reads the grants anew for
/// every request, so a role that was taken away stops working at once.
/// </summary>
public sealed class CurrentUser(GrantReader reader)
{
    private static readonly UserGrants None = new("", null, []);

    private UserGrants _grants = None;
    private ClaimsPrincipal _principal = new(new ClaimsIdentity());

    public bool IsSignedIn => _principal.Identity?.IsAuthenticated == true && (UserId is not null || ApiKeyId is not null);

    /// <summary>The account's id, or null for an API key.</summary>
    public Guid? UserId => ReadId(ClaimTypes.NameIdentifier);

    public Guid? ApiKeyId => ReadId(PortalClaims.ApiKey);

    /// <summary>The person of the roster behind the account, if there is one.</summary>
    public PersonId? PersonId => _grants.PersonId;

    public string DisplayName => _grants.DisplayName;

    public IReadOnlyList<Grant> Grants => _grants.Grants;

    /// <summary>How the ledger names whoever acts.</summary>
    public string Actor =>
        UserId is { } user ? $"user:{user}"
        : ApiKeyId is { } key ? $"key:{key}"
        : "nobody";

    public void Set(ClaimsPrincipal principal) => _principal = principal;

    public bool Has(string policy) => PolicyTable.All.TryGetValue(policy, out var rule) && Grants.Any(g => g.Carries(rule));

    /// <summary>The part of the organisation for which the user meets the policy; nothing when they do not meet it.</summary>
    public UnitScope ScopeOf(string policy) =>
        PolicyTable.All.TryGetValue(policy, out var rule) ? UnitScope.Of(Grants.Where(g => g.Carries(rule)).Select(g => g.Range)) : UnitScope.Nothing;

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (UserId is { } user) _grants = await reader.OfUserAsync(user, cancellationToken);
        else if (ApiKeyId is { } key) _grants = await reader.OfApiKeyAsync(key, cancellationToken);
        else _grants = None;
    }

    private Guid? ReadId(string claim) => Guid.TryParse(_principal.FindFirstValue(claim), out var id) ? id : null;
}
