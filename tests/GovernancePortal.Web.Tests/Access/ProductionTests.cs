using GovernancePortal.Web.Components.Account;
using GovernancePortal.Web.Platform.Demo;
using GovernancePortal.Web.Platform.Startup;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GovernancePortal.Web.Tests.Access;

public sealed class ProductionTests
{
    private static readonly Dictionary<string, string?> DemoWanted = new(StringComparer.Ordinal) { ["Demo:Enabled"] = "true" };

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    [InlineData("Development", true)]
    public async Task The_demo_is_on_in_development_alone_whatever_the_configuration_says(string environment, bool on)
    {
        await using var portal = await TestPortal.StartAsync(environment: environment, settings: DemoWanted);

        portal.Services.GetRequiredService<DemoMode>().IsOn.ShouldBe(on);
    }

    [Fact]
    public async Task A_new_production_database_has_neither_accounts_nor_data()
    {
        await using var database = await TestDatabase.CreateAsync();
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(Program).Assembly.GetName().Name,
                EnvironmentName = "Production",
                ContentRootPath = database.Folder,
            }
        );
        builder.Configuration.AddInMemoryCollection(database.Settings).AddInMemoryCollection(DemoWanted);
        builder.Logging.ClearProviders();
        builder.AddPortal();
        await using var app = builder.Build();

        await app.PrepareAsync();

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Data.PortalDbContext>>().CreateDbContextAsync();
        (await db.Database.GetAppliedMigrationsAsync()).ShouldNotBeEmpty();
        (await db.Users.CountAsync()).ShouldBe(0);
        (await db.Units.CountAsync()).ShouldBe(0);
        (await db.People.CountAsync()).ShouldBe(0);
        (await db.ApiKeys.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_demo_account_that_reached_production_in_a_copied_database_opens_nothing()
    {
        await using var production = await TestPortal.StartAsync(environment: "Production", settings: DemoWanted);
        await using var development = await TestPortal.StartAsync(environment: "Development", settings: DemoWanted);

        (await TrySignInAsync(production)).ShouldContain(SignInPage.Refused);
        (await TrySignInAsync(development)).ShouldBe("/");
    }

    [Fact]
    public async Task The_sign_in_page_shows_demo_accounts_in_development_alone()
    {
        await using var production = await TestPortal.StartAsync(environment: "Production", settings: DemoWanted);
        await using var development = await TestPortal.StartAsync(environment: "Development", settings: DemoWanted);

        (await SignInPageOfAsync(development)).ShouldContain(DemoAccounts.Password);
        var page = await SignInPageOfAsync(production);
        page.ShouldNotContain(DemoAccounts.Password);
        page.ShouldNotContain("demo.example");
    }

    private static async Task<string> SignInPageOfAsync(TestPortal portal)
    {
        await AddDemoAccountAsync(portal);
        using var browser = await portal.BrowserAsync();
        return await browser.GetStringAsync("/account/sign-in");
    }

    private static async Task<string> TrySignInAsync(TestPortal portal)
    {
        await AddDemoAccountAsync(portal);
        using var browser = await portal.BrowserAsync();
        var response = await browser.SignInAsync(DemoAccounts.All[0].Email, DemoAccounts.Password);
        return response.Target() ?? await response.Content.ReadAsStringAsync();
    }

    private static async Task AddDemoAccountAsync(TestPortal portal)
    {
        var user = await portal.AddAccountAsync(DemoAccounts.All[0].Email, DemoAccounts.All[0].Role, DemoAccounts.Password);
        await portal.WithUsersAsync(user.Id, (users, u) => { u.IsDemo = true; return users.UpdateAsync(u); });
    }
}
