using System.Security.Claims;
using GovernancePortal.Data.Access;
using GovernancePortal.Web.Platform.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace GovernancePortal.Web.Platform.Identity;

/// <summary>
/// Looks again, while a page is open, whether the account still exists and its security stamp is the one that signed in. When only the roles have
/// changed nobody is signed out: the page is told, and the navigation follows. (The requests themselves read the roles every time.)
/// </summary>
internal sealed class RevalidatingUserState(ILoggerFactory loggers, IServiceScopeFactory scopes, GrantReader grants)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private string? _lastGrants;

    protected override TimeSpan RevalidationInterval => IdentitySetup.RevalidationInterval;

    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        if (_lastGrants is null && Guid.TryParse(state.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user))
        {
            _lastGrants = Describe(await grants.OfUserAsync(user, CancellationToken.None));
        }

        return state;
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        CheckAsync(authenticationState, cancellationToken);

    /// <summary>Whether the sign-in still holds; says that the state changed when the roles are others than at the last look.</summary>
    internal async Task<bool> CheckAsync(AuthenticationState state, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<PortalUser>>();
        var user = await signIn.ValidateSecurityStampAsync(state.User);
        if (user is null) return false;

        var now = Describe(await grants.OfUserAsync(user.Id, cancellationToken));
        var changed = _lastGrants is not null && _lastGrants != now;
        _lastGrants = now;
        if (changed) SetAuthenticationState(Task.FromResult(state));
        return true;
    }

    private static string Describe(UserGrants held) =>
        string.Join(';', held.Grants.Select(g => $"{g.Role}:{g.Range.Left}-{g.Range.Right}").Order(StringComparer.Ordinal));
}
