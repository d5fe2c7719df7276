using GovernancePortal.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(GovernancePortal.E2E.Platform.PortalHost))]

namespace GovernancePortal.E2E.Platform;

/// <summary>The whole portal on a port of this machine, with the demo organisation in a database of its own, and one browser for all journeys.</summary>
public sealed class PortalHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-e2e-").FullName;
    private WebApplicationFactory<Program> _factory = null!;
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public IServiceProvider Services => _factory.Services;

    public async ValueTask InitializeAsync()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Development");
            web.UseSetting("ConnectionStrings:Portal", $"Data Source={Path.Combine(_folder, "portal.db")}");
            web.UseSetting("Ledger:Folder", Path.Combine(_folder, "ledger"));
            web.UseSetting("Imports:Folder", Path.Combine(_folder, "imports"));
            web.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        });
        _factory.UseKestrel(0);
        _factory.StartServer();
        // Passkeys belong to a name, so the journeys use localhost and not an address.
        Address = new UriBuilder(_factory.ClientOptions.BaseAddress) { Host = "localhost" }.Uri.ToString().TrimEnd('/');

        _playwright = await Playwright.CreateAsync();
        Browser = await BrowserFinder.LaunchAsync(_playwright);
    }

    public async Task<T> InDb<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await _factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
