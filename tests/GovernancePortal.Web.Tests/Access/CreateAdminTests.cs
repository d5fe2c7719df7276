using GovernancePortal.Data;
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

    [Fact]
    public async Task Without_an_organisation_it_is_made_in_the_same_save()
    {
        await NoUnitsAsync();

        (await RunAsync("first@example.org", AccountForms.Password, "Larkfield Retail")).ShouldBe(0);

        (await _portal.InDb(db => db.Units.SingleAsync())).Path.ShouldBe("Larkfield Retail");
        (await _portal.InDb(db => db.LedgerEntries.Select(e => e.Kind).ToListAsync())).ShouldBe(["user.invited", "role.assigned"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("LedgerEntries")]
    [InlineData("RoleAssignments")]
    public async Task Whatever_cannot_be_written_leaves_nothing_behind(string table)
    {
        await NoUnitsAsync();
        await BreakAsync(table);

        await Should.ThrowAsync<DbUpdateException>(() => RunAsync("first@example.org", AccountForms.Password, "Larkfield Retail"));

        (await _portal.InDb(db => db.Users.CountAsync())).ShouldBe(0);
        (await _portal.InDb(db => db.Units.CountAsync())).ShouldBe(0);
        (await _portal.InDb(db => db.RoleAssignments.CountAsync())).ShouldBe(0);
        (await _portal.InDb(db => db.LedgerEntries.CountAsync())).ShouldBe(0);
        (await _portal.InDb(db => db.LedgerHead.Select(h => h.Size).SingleAsync())).ShouldBe(0);
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

    private async Task NoUnitsAsync()
    {
        foreach (var depth in new[] { 2, 1, 0 }) await _portal.InDb(db => db.Units.Where(u => u.Depth == depth).ExecuteDeleteAsync());
    }

    private Task BreakAsync(string table) =>
        _portal.InDb(db => db.Database.ExecuteSqlRawAsync(
            _portal.Database.Provider == DatabaseProvider.SqlServer
                ? $"CREATE TRIGGER BrokenTable ON {table} AFTER INSERT AS THROW 50000, 'broken', 1"
                : $"CREATE TRIGGER BrokenTable BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END"));

    private async Task<int> RunAsync(string email, string password, string? organisation = null)
    {
        await using var scope = _portal.Services.CreateAsyncScope();
        return await CreateAdminVerb.RunAsync(scope.ServiceProvider, new NewAdministrator(email, Name: null, organisation), () => password, default);
    }
}
