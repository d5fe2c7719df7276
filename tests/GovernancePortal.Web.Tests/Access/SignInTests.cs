using System.Net;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Components.Account;
using GovernancePortal.Web.Features.Access.RemoveUser;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Access;

public sealed class SignInTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_right_password_opens_the_page_that_was_asked_for()
    {
        await _portal.AddAccountAsync("a@example.org");
        using var browser = await _portal.BrowserAsync();
        var asked = await browser.GetAsync("/account/security");
        asked.Target().ShouldStartWith("/account/sign-in?ReturnUrl=%2Faccount%2Fsecurity");

        var response = await browser.SubmitAsync(asked.Target()!, "sign-in", ("Input.Email", "a@example.org"), ("Input.Password", AccountForms.Password));

        response.Target().ShouldBe("/account/security");
        (await browser.GetStringAsync("/account/security")).ShouldContain("Sign-in and security");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Signing_in_never_leads_to_another_site(string target)
    {
        await _portal.AddAccountAsync("a@example.org");
        using var browser = await _portal.BrowserAsync();

        var address = $"/account/sign-in?returnUrl={Uri.EscapeDataString(target)}";
        var response = await browser.SubmitAsync(address, "sign-in", ("Input.Email", "a@example.org"), ("Input.Password", AccountForms.Password));

        response.Target().ShouldBe("/");
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_opens_nothing_for_a_quarter_of_an_hour()
    {
        var user = await _portal.AddAccountAsync("a@example.org");
        using var browser = await _portal.BrowserAsync();
        for (var i = 0; i < 5; i++) (await browser.SignInAsync("a@example.org", "not the password")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var right = await browser.SignInAsync("a@example.org");

        right.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await right.Content.ReadAsStringAsync()).ShouldContain(SignInPage.Refused);
        var end = await _portal.WithUsersAsync(user.Id, (users, u) => users.GetLockoutEndDateAsync(u));
        (end!.Value - TimeProvider.System.GetUtcNow()).ShouldBeInRange(TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
    }

    [Theory]
    [InlineData("known@example.org")]
    [InlineData("unknown@example.org")]
    [InlineData("invited@example.org")]
    [InlineData("locked@example.org")]
    public async Task Whoever_is_refused_hears_the_same_and_costs_the_same_one_hash(string email)
    {
        var hasher = new CountingHasher();
        await using var portal = await TestPortal.StartAsync(services => services.AddSingleton<IPasswordHasher<PortalUser>>(hasher));
        await portal.AddAccountAsync("known@example.org");
        await portal.AddAccountAsync("invited@example.org", password: null);
        var locked = await portal.AddAccountAsync("locked@example.org");
        await portal.WithUsersAsync(locked.Id, (users, u) => users.SetLockoutEndDateAsync(u, TimeProvider.System.GetUtcNow().AddMinutes(15)));
        using var browser = await portal.BrowserAsync();

        var response = await browser.SignInAsync(email, "not the password");

        (await response.Content.ReadAsStringAsync()).ShouldContain(SignInPage.Refused);
        hasher.Verifications.ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_user_is_neither_let_in_nor_left_in()
    {
        var user = await _portal.AddAccountAsync("a@example.org");
        using var inside = await _portal.BrowserAsync();
        await inside.SignInAsync("a@example.org");

        (await _portal.SendAs(Role.Administrator, new RemoveUserCommand(user.Id))).IsSuccess.ShouldBeTrue();

        // The cookie's stamp is looked at again after half a minute.
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        (await inside.GetAsync("/account/security")).Target().ShouldStartWith("/account/sign-in");
        using var outside = await _portal.BrowserAsync();
        (await (await outside.SignInAsync("a@example.org")).Content.ReadAsStringAsync()).ShouldContain(SignInPage.Refused);
    }

    [Fact]
    public async Task A_removal_alone_keeps_the_right_password_out()
    {
        var user = await _portal.AddAccountAsync("a@example.org");
        await _portal.WithUsersAsync(user.Id, (users, u) => { u.RemovedAt = _portal.Clock.GetUtcNow(); return users.UpdateAsync(u); });
        using var browser = await _portal.BrowserAsync();

        (await (await browser.SignInAsync("a@example.org")).Content.ReadAsStringAsync()).ShouldContain(SignInPage.Refused);
    }

    [Fact]
    public async Task The_second_step_asks_for_the_apps_code()
    {
        var (key, _) = await SetUpAppAsync("a@example.org");
        using var browser = await _portal.BrowserAsync();
        var first = await browser.SignInAsync("a@example.org");
        first.Target().ShouldStartWith("/account/two-factor");
        (await browser.GetAsync("/account/security")).Target().ShouldStartWith("/account/sign-in");

        var wrong = await browser.SubmitAsync(first.Target()!, "code", ("Input.Code", "000000"));
        var right = await browser.SubmitAsync(first.Target()!, "code", ("Input.Code", Totp.Code(key, TimeProvider.System.GetUtcNow())));

        (await wrong.Content.ReadAsStringAsync()).ShouldContain(TwoFactorPage.Refused);
        right.Target().ShouldBe("/");
        (await browser.GetAsync("/account/security")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_recovery_code_opens_the_account_once()
    {
        var (_, codes) = await SetUpAppAsync("a@example.org");

        (await RecoverAsync(codes[0])).Target().ShouldBe("/");
        (await (await RecoverAsync(codes[0])).Content.ReadAsStringAsync()).ShouldContain(TwoFactorPage.Refused);
        (await RecoverAsync(codes[1])).Target().ShouldBe("/");
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        await _portal.AddAccountAsync("a@example.org");
        using var browser = await _portal.BrowserAsync();
        await browser.SignInAsync("a@example.org");

        var response = await browser.PostAsync("/account/sign-out", new FormUrlEncodedContent([new("_handler", "sign-out")]));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/account/security")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_takes_a_form_and_no_link_does_it()
    {
        await _portal.AddAccountAsync("a@example.org");
        using var browser = await _portal.BrowserAsync();
        await browser.SignInAsync("a@example.org");
        await browser.GetAsync("/account/sign-out");
        (await browser.GetAsync("/account/security")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.SubmitAsync("/account/sign-out", "sign-out")).Target().ShouldBe("/account/sign-in?after=signed-out");

        (await browser.GetAsync("/account/security")).Target().ShouldStartWith("/account/sign-in");
    }

    private async Task<(string Key, string[] Codes)> SetUpAppAsync(string email)
    {
        var user = await _portal.AddAccountAsync(email);
        return await _portal.WithUsersAsync(
            user.Id,
            async (users, u) =>
            {
                await users.ResetAuthenticatorKeyAsync(u);
                await users.SetTwoFactorEnabledAsync(u, enabled: true);
                var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(u, 10);
                return ((await users.GetAuthenticatorKeyAsync(u))!, codes!.ToArray());
            }
        );
    }

    private async Task<HttpResponseMessage> RecoverAsync(string code)
    {
        using var browser = await _portal.BrowserAsync();
        var first = await browser.SignInAsync("a@example.org");
        return await browser.SubmitAsync(first.Target()!, "recovery", ("Recovery.RecoveryCode", code));
    }

    /// <summary>The real hasher; it counts because time itself cannot be asserted on a busy machine.</summary>
    private sealed class CountingHasher : IPasswordHasher<PortalUser>
    {
        private readonly PasswordHasher<PortalUser> _real = new();

        public int Verifications { get; private set; }

        public string HashPassword(PortalUser user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
        {
            Verifications++;
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
