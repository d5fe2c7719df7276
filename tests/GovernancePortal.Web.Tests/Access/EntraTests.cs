using System.Security.Claims;
using GovernancePortal.Web.Platform.Identity;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GovernancePortal.Web.Tests.Access;

public sealed class EntraTests
{
    private const string Link = "Use the company account";

    private static readonly Dictionary<string, string?> Configured =
        new(StringComparer.Ordinal)
        {
            ["Authentication:Entra:TenantId"] = "3f5b1c7e-0000-4000-8000-000000000001",
            ["Authentication:Entra:ClientId"] = "3f5b1c7e-0000-4000-8000-000000000002",
        };

    [Fact]
    public async Task Without_configuration_there_is_no_company_account()
    {
        await using var portal = await TestPortal.StartAsync();
        using var browser = await portal.BrowserAsync();

        (await browser.GetStringAsync("/account/sign-in")).ShouldNotContain(Link);
    }

    [Fact]
    public async Task With_configuration_the_browser_is_sent_to_the_tenant()
    {
        await using var portal = await TestPortal.StartAsync(
            services =>
                services.PostConfigure<OpenIdConnectOptions>(
                    EntraOptions.Scheme,
                    o =>
                        o.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(
                            new OpenIdConnectConfiguration { AuthorizationEndpoint = $"{o.Authority}/authorize", Issuer = "test" }
                        )
                ),
            settings: Configured
        );
        using var browser = await portal.BrowserAsync();
        (await browser.GetStringAsync("/account/sign-in")).ShouldContain(Link);

        var page = await browser.GetStringAsync("/account/sign-in");
        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        var response = await browser.PostAsync("/account/entra", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("returnUrl", "/users")]));

        var target = response.Headers.Location!.ToString();
        target.ShouldStartWith("https://login.microsoftonline.com/3f5b1c7e-0000-4000-8000-000000000001/");
        target.ShouldContain("response_type=id_token");
        target.ShouldNotContain("client_secret");
    }

    [Fact]
    public async Task An_invited_account_is_tied_by_a_vouched_e_mail_and_from_then_on_by_the_object_id_alone()
    {
        await using var portal = await TestPortal.StartAsync(settings: Configured);
        await portal.AddAccountAsync("a@example.org", password: null);

        (await SignInAsync(portal, "oid-1", "a@example.org", vouched: false)).ShouldBeFalse();
        (await SignInAsync(portal, "oid-1", "nobody@example.org", vouched: true)).ShouldBeFalse();
        (await SignInAsync(portal, "oid-1", "a@example.org", vouched: true)).ShouldBeTrue();
        (await SignInAsync(portal, "oid-1", "renamed@example.org", vouched: false)).ShouldBeTrue();
        (await SignInAsync(portal, "oid-2", "a@example.org", vouched: true)).ShouldBeFalse();
        (await portal.InDb(db => db.Users.CountAsync())).ShouldBe(1);
        (await portal.InDb(db => db.RoleAssignments.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_removed_account_is_not_opened_by_the_company_account()
    {
        await using var portal = await TestPortal.StartAsync(settings: Configured);
        var user = await portal.AddAccountAsync("a@example.org", password: null);
        (await SignInAsync(portal, "oid-1", "a@example.org", vouched: true)).ShouldBeTrue();

        await portal.WithUsersAsync(user.Id, (users, u) => { u.RemovedAt = portal.Clock.GetUtcNow(); return users.UpdateAsync(u); });

        (await SignInAsync(portal, "oid-1", "a@example.org", vouched: true)).ShouldBeFalse();
        (await SignInAsync(portal, "oid-2", "a@example.org", vouched: true)).ShouldBeFalse();
    }

    private static async Task<bool> SignInAsync(TestPortal portal, string objectId, string email, bool vouched)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        Claim[] claims = [new("oid", objectId), new("email", email), new("xms_edov", vouched ? "1" : "0")];
        return await scope.ServiceProvider.GetRequiredService<EntraSignIn>().SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")));
    }
}
