using System.Net;
using System.Text.RegularExpressions;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Components.Account;
using GovernancePortal.Web.Features.Access.InviteUser;
using GovernancePortal.Web.Features.Access.MakePasswordLink;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Access;

public sealed partial class SecurityPageTests : IAsyncLifetime
{
    private const string NewPassword = "eleven loud geese";
    private const string Page = "/account/security";
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_app_is_set_up_with_its_first_code_and_recovery_codes_are_shown_once()
    {
        using var browser = await SignedInAsync();
        var key = Key().Match(await browser.GetStringAsync(Page)).Groups[1].Value;
        (await browser.GetStringAsync(Page)).ShouldContain("otpauth://totp/Governance%20Portal:a%40example.org?secret=");

        var wrong = await (await browser.SubmitAsync(Page, "app-on", ("On.Code", "000000"))).Content.ReadAsStringAsync();
        var right = await (await browser.SubmitAsync(Page, "app-on", ("On.Code", Totp.Code(key, TimeProvider.System.GetUtcNow())))).Content.ReadAsStringAsync();

        wrong.ShouldContain("This code does not fit.");
        RecoveryCode().Count(right).ShouldBe(10);
        var later = await browser.GetStringAsync(Page);
        RecoveryCode().Count(later).ShouldBe(0);
        later.ShouldContain("10 recovery codes are left.");
        later.ShouldNotContain("otpauth:");
        using var other = await _portal.BrowserAsync();
        (await other.SignInAsync("a@example.org")).Target().ShouldStartWith("/account/two-factor");
    }

    [Fact]
    public async Task Switching_the_app_off_takes_a_code()
    {
        using var browser = await SignedInAsync();
        var key = Key().Match(await browser.GetStringAsync(Page)).Groups[1].Value;
        await browser.SubmitAsync(Page, "app-on", ("On.Code", Totp.Code(key, TimeProvider.System.GetUtcNow())));

        await browser.SubmitAsync(Page, "app-off", ("Off.Code", "000000"));
        (await browser.GetStringAsync(Page)).ShouldContain("An authenticator app is set up.");
        await browser.SubmitAsync(Page, "app-off", ("Off.Code", Totp.Code(key, TimeProvider.System.GetUtcNow())));

        var page = await browser.GetStringAsync(Page);
        page.ShouldContain("Set up the app");
        Key().Match(page).Groups[1].Value.ShouldNotBe(key);
    }

    [Fact]
    public async Task Changing_the_password_takes_the_old_one_and_ends_other_sessions()
    {
        using var here = await SignedInAsync();
        using var elsewhere = await _portal.BrowserAsync();
        await elsewhere.SignInAsync("a@example.org");

        (string, string)[] again = [("Input.Password", NewPassword), ("Input.Again", NewPassword)];
        var wrong = await here.SubmitAsync(Page, "password", [("Input.Current", "not the password"), .. again]);
        var differs = await here.SubmitAsync(Page, "password", ("Input.Current", AccountForms.Password), ("Input.Password", NewPassword), ("Input.Again", "other"));
        var right = await here.SubmitAsync(Page, "password", [("Input.Current", AccountForms.Password), .. again]);

        (await wrong.Content.ReadAsStringAsync()).ShouldContain("Incorrect password.");
        (await differs.Content.ReadAsStringAsync()).ShouldContain("The two passwords differ.");
        (await right.Content.ReadAsStringAsync()).ShouldContain("Your new password holds.");
        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        (await here.GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync(Page)).Target().ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        using var here = await SignedInAsync();
        using var elsewhere = await _portal.BrowserAsync();
        await elsewhere.SignInAsync("a@example.org");

        (await here.SubmitAsync(Page, "everywhere")).Target().ShouldBe("/account/sign-in?after=signed-out-everywhere");

        _portal.Clock.Advance(TimeSpan.FromSeconds(31));
        (await elsewhere.GetAsync(Page)).Target().ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task Passkey_options_name_no_account_and_take_the_pages_token()
    {
        await _portal.AddAccountAsync("a@example.org");
        using var browser = await _portal.BrowserAsync();
        var page = await browser.GetStringAsync("/account/sign-in");
        var token = Token().Match(page).Groups[1].Value;

        (await browser.PostAsync("/account/passkeys/request-options", content: null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        browser.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        var options = await (await browser.PostAsync("/account/passkeys/request-options", content: null)).Content.ReadAsStringAsync();

        options.ShouldContain("\"userVerification\":\"required\"");
        options.ShouldContain("\"allowCredentials\":[]");
        (await browser.PostAsync("/account/passkeys/creation-options", content: null)).Target().ShouldStartWith("/account/sign-in");
    }

    [Fact]
    public async Task A_made_up_passkey_opens_nothing()
    {
        using var browser = await _portal.BrowserAsync();

        var response = await browser.SubmitAsync("/account/sign-in", "passkey", ("Passkey.CredentialJson", """{"id":"AAAA","type":"public-key"}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain(SignInPage.PasskeyRefused);
    }

    [Fact]
    public async Task An_invited_person_sets_a_password_with_the_link_once()
    {
        var invited = await _portal.SendAs(Role.Administrator, new InviteUserCommand("new@example.org", "New person", Role.Auditor, _portal.Root.Id));
        var link = invited.Value.Link;
        using var browser = await _portal.BrowserAsync();

        var weak = await browser.SubmitAsync(link, "set-password", ("Input.Password", "short"), ("Input.Again", "short"));
        var set = await browser.SubmitAsync(link, "set-password", ("Input.Password", NewPassword), ("Input.Again", NewPassword));

        (await weak.Content.ReadAsStringAsync()).ShouldContain("at least 12 characters");
        set.Target().ShouldBe("/account/sign-in?after=password-set");
        (await browser.SignInAsync("new@example.org", NewPassword)).Target().ShouldBe("/");
        (await browser.GetStringAsync(link)).ShouldContain(SetPasswordPage.LinkIsDead);
    }

    [Fact]
    public async Task A_newer_link_ends_the_older_one()
    {
        var invited = await _portal.SendAs(Role.Administrator, new InviteUserCommand("new@example.org", "New person", Role.Auditor, _portal.Root.Id));
        var newer = await _portal.SendAs(Role.Administrator, new MakePasswordLinkCommand(invited.Value.UserId));
        using var browser = await _portal.BrowserAsync();

        (await browser.GetStringAsync(invited.Value.Link)).ShouldContain(SetPasswordPage.LinkIsDead);
        (await browser.GetStringAsync(newer.Value)).ShouldContain("new@example.org");
        (await browser.GetStringAsync("/account/set-password?user=x&token=%25%25")).ShouldContain(SetPasswordPage.LinkIsDead);
    }

    private async Task<HttpClient> SignedInAsync()
    {
        await _portal.AddAccountAsync("a@example.org");
        var browser = await _portal.BrowserAsync();
        (await browser.SignInAsync("a@example.org")).Target().ShouldBe("/");
        return browser;
    }

    [GeneratedRegex("""data-testid="key">([a-z2-7 ]+)<""")]
    private static partial Regex Key();

    [GeneratedRegex("<li>[A-Z0-9]{5}-[A-Z0-9]{5}</li>")]
    private static partial Regex RecoveryCode();

    [GeneratedRegex("""name="__RequestVerificationToken" (?:autocomplete="off" )?value="([^"]+)""")]
    private static partial Regex Token();
}
