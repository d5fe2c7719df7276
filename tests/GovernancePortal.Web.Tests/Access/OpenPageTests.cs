using System.Security.Claims;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Identity;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Tests.Access;

/// <summary>What a page that stays open notices between two clicks.</summary>
public sealed class OpenPageTests : IAsyncLifetime
{
    private int _changes;
    private TestPortal _portal = null!;
    private RevalidatingUserState _state = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _state = new RevalidatingUserState(
            NullLoggerFactory.Instance,
            _portal.Services.GetRequiredService<IServiceScopeFactory>(),
            _portal.Services.GetRequiredService<GrantReader>()
        );
        _state.AuthenticationStateChanged += _ => _changes++;
    }

    public ValueTask DisposeAsync()
    {
        ((IDisposable)_state).Dispose();
        return _portal.DisposeAsync();
    }

    [Fact]
    public void It_looks_again_within_a_minute() => IdentitySetup.RevalidationInterval.ShouldBeLessThan(TimeSpan.FromMinutes(1));

    [Fact]
    public void A_cookie_is_looked_at_as_often() =>
        _portal.Services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval.ShouldBe(IdentitySetup.RevalidationInterval);

    [Fact]
    public async Task A_role_that_goes_changes_the_page_without_signing_the_person_out()
    {
        var user = await _portal.AddUserAsync(Role.TeamLead);
        var state = await OpenAsync(user);
        (await _state.CheckAsync(state, default)).ShouldBeTrue();
        _changes.ShouldBe(0);

        await _portal.InDb(db => db.RoleAssignments.Where(a => a.UserId == user).ExecuteDeleteAsync());

        (await _state.CheckAsync(state, default)).ShouldBeTrue();
        _changes.ShouldBe(1);
        (await _state.CheckAsync(state, default)).ShouldBeTrue();
        _changes.ShouldBe(1);
    }

    [Fact]
    public async Task A_role_that_comes_before_the_first_look_is_noticed_too()
    {
        var user = await _portal.AddUserAsync(Role.TeamLead);
        var state = await OpenAsync(user);

        await _portal.InDb(async db => { db.RoleAssignments.Add(new RoleAssignment(user, Role.Auditor, _portal.Root.Id, _portal.Clock.GetUtcNow())); return await db.SaveChangesAsync(); });

        (await _state.CheckAsync(state, default)).ShouldBeTrue();
        _changes.ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_account_and_an_ended_session_close_the_page()
    {
        var removed = await _portal.AddUserAsync(Role.TeamLead);
        await _portal.InDb(db => db.Users.Where(u => u.Id == removed).ExecuteUpdateAsync(set => set.SetProperty(u => u.RemovedAt, _portal.Clock.GetUtcNow())));
        var ended = await _portal.AddUserAsync(Role.TeamLead);
        await _portal.InDb(db => db.Users.Where(u => u.Id == ended).ExecuteUpdateAsync(set => set.SetProperty(u => u.SecurityStamp, "another")));

        (await _state.CheckAsync(Signed(removed), default)).ShouldBeFalse();
        (await _state.CheckAsync(Signed(ended), default)).ShouldBeFalse();
        (await _state.CheckAsync(Signed(Guid.NewGuid()), default)).ShouldBeFalse();
    }

    private async Task<AuthenticationState> OpenAsync(Guid user)
    {
        var state = Signed(user);
        _state.SetAuthenticationState(Task.FromResult(state));
        await _state.GetAuthenticationStateAsync();
        _changes = 0;
        return state;
    }

    // TestPortal gives its users the stamp "x".
    private static AuthenticationState Signed(Guid user)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, user.ToString()), new(new ClaimsIdentityOptions().SecurityStampClaimType, "x")];
        return new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme)));
    }
}
