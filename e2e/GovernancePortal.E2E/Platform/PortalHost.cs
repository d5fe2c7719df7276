using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(GovernancePortal.E2E.Platform.PortalHost))]

namespace GovernancePortal.E2E.Platform;

/// <summary>The whole portal on a port of this machine, with the demo organisation in a database of its own, and one browser for all journeys.</summary>
public sealed class PortalHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-e2e-").FullName;
    private readonly TimeProvider? _clock;
    private WebApplicationFactory<Program>? _factory;
    private IPlaywright? _playwright;

    public PortalHost()
    {
    }

    private PortalHost(TimeProvider clock) => _clock = clock;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Cookies of the demo accounts that signed in before, so that a role signs in once.</summary>
    public ConcurrentDictionary<Role, string> SignedIn { get; } = new();

    public string Address { get; private set; } = "";

    public IServiceProvider Services => _factory!.Services;

    /// <summary>A portal of its own for a journey over several days.</summary>
    public static async Task<PortalHost> StartAsync(TimeProvider clock)
    {
        var host = new PortalHost(clock);
        await host.InitializeAsync();
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        // Passkeys belong to a name, so the journeys use localhost and not an address; Kestrel picks no port by itself for a name.
        Address = $"http://localhost:{FreePort()}";
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Development");
            web.UseUrls(Address);
            web.UseSetting("ConnectionStrings:Portal", $"Data Source={Path.Combine(_folder, "portal.db")}");
            web.UseSetting("SignIn:PerMinute", "1000"); // all journeys come from one address
            web.UseSetting("Ledger:Folder", Path.Combine(_folder, "ledger"));
            web.UseSetting("Imports:Folder", Path.Combine(_folder, "imports"));
            web.UseSetting("Evidence:Folder", Path.Combine(_folder, "evidence"));
            web.UseSetting("Mail:PickupFolder", Path.Combine(_folder, "mail"));
            if (_clock is not null) web.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(_clock)));
            web.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        });
        _factory.UseKestrel();
        _factory.StartServer();

        _playwright = await Playwright.CreateAsync();
        Browser = await BrowserFinder.LaunchAsync(_playwright);
    }

    public async Task<T> InDb<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        // Where the start failed, what is missing here must not hide why.
        if (Browser is { } browser) await browser.DisposeAsync();
        _playwright?.Dispose();
        if (_factory is not null) await _factory.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
