using System.Security.Claims;
using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Startup;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovernancePortal.Web.Tests.Platform;

/// <summary>
/// The portal without a server: the real services and pipeline on a real database of its own (SQLite; SQL Server when GOVERNANCE_SQLSERVER names one).
/// The organisation is a root with two units, Checkout (with Payments below it) and Logistics.
/// </summary>
public sealed partial class TestPortal : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsDatabase;

    private TestPortal(WebApplication app, TestDatabase database, FixedClock clock, bool ownsDatabase = true) =>
        (_app, Database, Clock, _ownsDatabase) = (app, database, clock, ownsDatabase);

    public TestDatabase Database { get; }

    public FixedClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    public Unit Root { get; private init; } = new(UnitId.New(), parentId: null, "Larkfield", "Larkfield");

    public Unit Checkout { get; private set; } = null!;

    public Unit Payments { get; private set; } = null!;

    public Unit Logistics { get; private set; } = null!;

    public static async Task<TestPortal> StartAsync(
        Action<IServiceCollection>? configure = null,
        string environment = "Testing",
        Dictionary<string, string?>? settings = null
    )
    {
        var database = await TestDatabase.CreateAsync();
        var clock = new FixedClock(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));
        var portal = new TestPortal(Build(database, clock, configure, environment: environment, settings: settings), database, clock);
        await portal.AddUnitsAsync();
        return portal;
    }

    /// <summary>Another replica: the same database and clock, services of its own.</summary>
    public TestPortal StartBeside(Dictionary<string, string?>? settings = null) => new(Build(Database, Clock, configure: null, settings: settings), Database, Clock, ownsDatabase: false)
    {
        Root = Root,
        Checkout = Checkout,
        Payments = Payments,
        Logistics = Logistics,
    };

    /// <summary>Serves the portal on the same database, in memory and without its background jobs.</summary>
    public async Task<(IAsyncDisposable Server, HttpClient Client)> ServeInMemoryAsync(Dictionary<string, string?>? settings = null)
    {
        var app = Build(Database, Clock, services => services.RemoveAll<IHostedService>(), builder => builder.WebHost.UseTestServer(), settings: settings);
        app.UsePortal();
        await app.StartAsync();
        var client = app.GetTestClient();
        client.BaseAddress = new Uri("https://localhost");
        return (app, client);
    }

    /// <summary>Sends a request as a new user who holds the role for the unit (the root unless another is named).</summary>
    public async Task<TResponse> SendAs<TResponse>(Role role, IRequest<TResponse> request, Unit? unit = null) =>
        await SendAs(await AddUserAsync(role, unit), request);

    public async Task<TResponse> SendAs<TResponse>(Guid userId, IRequest<TResponse> request)
    {
        await using var scope = Services.CreateAsyncScope();
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, userId.ToString())], "test");
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(new ClaimsPrincipal(identity));
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a request as nobody.</summary>
    public async Task<TResponse> SendSignedOut<TResponse>(IRequest<TResponse> request)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<Guid> AddUserAsync(Role? role, Unit? unit = null, PersonId? person = null)
    {
        var name = $"{role}-{Guid.NewGuid():N}";
        var user = new PortalUser { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, PersonId = person, SecurityStamp = "x" };
        await InDb(async db =>
        {
            db.Users.Add(user);
            if (role is { } held) db.RoleAssignments.Add(new RoleAssignment(user.Id, held, (unit ?? Root).Id, Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        return user.Id;
    }

    public async Task<Person> AddPersonAsync(string name, Unit? unit = null, Action<Person>? change = null)
    {
        var person = new Person(PersonId.New(), $"E-{Guid.NewGuid():N}"[..12], name, (unit ?? Checkout).Id);
        change?.Invoke(person);
        await InDb(async db =>
        {
            db.People.Add(person);
            return await db.SaveChangesAsync();
        });
        await RefreshCoverageAsync();
        return person;
    }

    /// <summary>Works out everybody's training standing, as every writer of the portal does; for what tests write past the writers.</summary>
    public Task RefreshCoverageAsync() =>
        InDb(db => CoverageProjection.RefreshAsync(db, CoveragePeople.Everybody, Clock.Today(), CancellationToken.None));

    public async Task<T> InDb<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_ownsDatabase) await Database.DisposeAsync();
    }

    private static WebApplication Build(
        TestDatabase database,
        FixedClock clock,
        Action<IServiceCollection>? configure,
        Action<WebApplicationBuilder>? host = null,
        string environment = "Testing",
        Dictionary<string, string?>? settings = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(Program).Assembly.GetName().Name,
                EnvironmentName = environment,
                ContentRootPath = database.Folder,
            }
        );
        builder.Configuration.AddInMemoryCollection(database.Settings).AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.AddPortal();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        configure?.Invoke(builder.Services);
        host?.Invoke(builder);
        return builder.Build();
    }

    private async Task AddUnitsAsync()
    {
        Checkout = Below(Root, "Checkout");
        Payments = Below(Checkout, "Payments");
        Logistics = Below(Root, "Logistics");
        Unit[] units = [Root, Checkout, Payments, Logistics];
        UnitTree.Number(units, new Dictionary<UnitId, int>());
        await InDb(async db =>
        {
            db.Units.AddRange(units);
            return await db.SaveChangesAsync();
        });
    }

    private static Unit Below(Unit parent, string name) => new(UnitId.New(), parent.Id, name, parent.Path + Unit.PathSeparator + name);
}
