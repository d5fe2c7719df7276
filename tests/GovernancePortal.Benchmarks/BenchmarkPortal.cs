using System.Globalization;
using System.Security.Claims;
using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Startup;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovernancePortal.Benchmarks;

/// <summary>The portal's services and pipeline, without its server, on a new SQLite file that is deleted at the end.</summary>
internal sealed class BenchmarkPortal : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BenchmarkPortal(WebApplication app, string folder) => (_app, Folder) = (app, folder);

    public string Folder { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.First());

    public IDbContextFactory<PortalDbContext> Contexts => Services.GetRequiredService<IDbContextFactory<PortalDbContext>>();

    /// <param name="settings">More settings than the database.</param>
    /// <param name="served">Whether it listens on a free port, without its background jobs; see <see cref="Address"/>.</param>
    public static async Task<BenchmarkPortal> StartAsync(Dictionary<string, string?>? settings = null, bool served = false)
    {
        var folder = Directory.CreateTempSubdirectory("portal-benchmark-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(PortalSetup).Assembly.GetName().Name, EnvironmentName = "Benchmark", ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:Portal"] = $"Data Source={Path.Combine(folder, "portal.db")}" });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.AddPortal();
        if (served) builder.Services.RemoveAll<IHostedService>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        await DatabaseStartup.MigrateAsync(app.Services, CancellationToken.None);
        if (served)
        {
            app.UsePortal();
            await app.StartAsync();
        }

        return new BenchmarkPortal(app, folder);
    }

    /// <summary>Adds the top of an organisation, and an account that holds the role for all of it.</summary>
    public async Task<Guid> AddTopAsync(string name, Role role)
    {
        var root = new Unit(UnitId.New(), parentId: null, name, name);
        UnitTree.Number([root], new Dictionary<UnitId, int>());
        var user = new PortalUser { UserName = "benchmark", NormalizedUserName = "BENCHMARK", DisplayName = "Benchmark", SecurityStamp = "x" };
        await using var db = await Contexts.CreateDbContextAsync();
        db.Units.Add(root);
        db.Users.Add(user);
        db.RoleAssignments.Add(new RoleAssignment(user.Id, role, root.Id, TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync();
        return user.Id;
    }

    /// <summary>Gives the account more roles for the whole organisation.</summary>
    public async Task AddRolesAsync(Guid user, params Role[] roles)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        var root = await db.Units.SingleAsync(u => u.ParentId == null);
        db.RoleAssignments.AddRange(roles.Select(role => new RoleAssignment(user, role, root.Id, TimeProvider.System.GetUtcNow())));
        await db.SaveChangesAsync();
    }

    /// <summary>Sends a request through the whole pipeline; a refusal ends the benchmark.</summary>
    public async Task<T> SendAsync<T>(Guid user, IRequest<Result<T>> request)
    {
        await using var scope = Services.CreateAsyncScope();
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user.ToString())], "benchmark");
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(new ClaimsPrincipal(identity));
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        return result.IsSuccess ? result.Value : throw new InvalidOperationException(result.Error!.Message);
    }

    /// <summary>Saves rows in portions, each in a context of its own.</summary>
    public async Task AddAsync(IEnumerable<object> rows)
    {
        foreach (var portion in rows.Chunk(5000))
        {
            await using var db = await Contexts.CreateDbContextAsync();
            db.AddRange(portion);
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Times a request after a warm-up, and prints the middle and the slow ones.</summary>
    public static async Task MeasureAsync(string what, int runs, Func<Task> request)
    {
        for (var i = 0; i < Math.Min(5, runs); i++) await request();
        var (times, before) = (new double[runs], Environment.CpuUsage.TotalTime);
        for (var i = 0; i < runs; i++) times[i] = (await Machine.TimeAsync(request)).TotalMilliseconds;
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / runs;
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: least {times[0]:0.0} ms, p50 {times[runs / 2]:0.0} ms, p95 {times[runs * 95 / 100]:0.0} ms, {processor:0.0} ms of processor time with the caller ({runs} runs; load {Machine.Load()})"));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
