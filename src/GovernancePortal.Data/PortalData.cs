using GovernancePortal.Data.Incidents;
using GovernancePortal.Data.Ledger;
using GovernancePortal.Data.Providers;
using GovernancePortal.Data.Scenarios;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Data;

/// <summary>Registers the database.</summary>
public static class PortalData
{
    /// <summary>
    /// Adds <see cref="PortalDbContext"/> and its factory for the configured provider.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">Read: <c>Database:Provider</c> and <c>ConnectionStrings:Portal</c>.</param>
    /// <param name="contentRoot">Where a SQLite file goes when no connection string names another.</param>
    /// <exception cref="InvalidOperationException">SQL Server is chosen without a connection string.</exception>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var provider = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.Provider ?? DatabaseProvider.Sqlite;
        var connection = configuration.GetConnectionString(DatabaseOptions.ConnectionName);

        return services.AddDbContextFactory<PortalDbContext>(options => Configure(options, provider, connection, contentRoot));
    }

    /// <summary>
    /// Options of a context outside the portal's services, for tools and tests. Identity asks the services for its schema version, so a small set of
    /// services says "version 3, with passkeys" here as <c>IdentitySetup</c> does there.
    /// </summary>
    public static DbContextOptions<PortalDbContext> Options(DatabaseProvider provider, string? connection, string contentRoot = ".")
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UseApplicationServiceProvider(services.BuildServiceProvider());
        Configure(options, provider, connection, contentRoot);
        return options.Options;
    }

    private static void Configure(DbContextOptionsBuilder options, DatabaseProvider provider, string? connection, string contentRoot)
    {
        if (provider == DatabaseProvider.SqlServer) UseSqlServer(options, connection);
        else UseSqlite(options, connection, contentRoot);
        options.AddInterceptors(new VersionInterceptor(), new LedgerGuard(), new IncidentGuard(), new ScenarioRunGuard());
    }

    private static void UseSqlServer(DbContextOptionsBuilder options, string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection)) throw new InvalidOperationException("Database:Provider is SqlServer; set ConnectionStrings:Portal.");
        options.UseSqlServer(connection, sql => sql.MigrationsAssembly("GovernancePortal.Migrations.SqlServer").EnableRetryOnFailure());
    }

    private static void UseSqlite(DbContextOptionsBuilder options, string? connection, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(connection) ? "Data Source=Data/portal.db" : connection);
        if (!builder.DataSource.Equals(":memory:", StringComparison.Ordinal) && builder.Mode != SqliteOpenMode.Memory)
        {
            builder.DataSource = Path.GetFullPath(builder.DataSource, Path.GetFullPath(contentRoot));
            Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        }

        options.UseSqlite(builder.ToString(), sqlite => sqlite.MigrationsAssembly("GovernancePortal.Migrations.Sqlite"));
        options.AddInterceptors(new SqliteConnectionInterceptor());
    }
}
