using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Platform.Cli;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Access;

public sealed class CreateAdminTests : IAsyncLifetime
{
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_signs_in_and_administers_the_whole_organisation()
    {
        (await RunAsync("first@example.org", AccountForms.Password)).ShouldBe(0);

        var held = await _portal.InDb(db => db.RoleAssignments.SingleAsync());
        (held.Role, held.UnitId).ShouldBe((Role.Administrator, _portal.Root.Id));
        using var browser = await _portal.BrowserAsync();
        (await browser.SignInAsync("first@example.org")).Target().ShouldBe("/");
    }

    [Fact]
    public async Task A_known_e_mail_is_refused_and_changes_nothing()
    {
        var user = await _portal.AddAccountAsync("first@example.org");

        (await RunAsync("First@Example.org", "another long password")).ShouldBe(1);

        (await _portal.InDb(db => db.Users.SingleAsync())).PasswordHash.ShouldBe(user.PasswordHash);
        (await _portal.InDb(db => db.RoleAssignments.CountAsync(a => a.Role == Role.Administrator))).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    public async Task A_weak_password_makes_nobody(string password)
    {
        (await RunAsync("first@example.org", password)).ShouldBe(1);

        (await _portal.InDb(db => db.Users.CountAsync())).ShouldBe(0);
    }

    private async Task<int> RunAsync(string email, string password)
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        return await CreateAdminVerb.RunAsync(scope.ServiceProvider, new NewAdministrator(email, Name: null, Organisation: null), () => password, default);
    }
}
