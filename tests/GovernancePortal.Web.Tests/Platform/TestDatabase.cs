using GovernancePortal.Data;
using GovernancePortal.Data.Ledger;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Platform;

/// <summary>A migrated database for one test: a copy of one SQLite file that is migrated once, or a new database on the SQL Server that is named.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);

    private TestDatabase(string folder, DatabaseProvider provider, string connection) => (Folder, Provider, Connection) = (folder, provider, connection);

    public static string? SqlServer => Environment.GetEnvironmentVariable("GOVERNANCE_SQLSERVER") is { Length: > 0 } name ? name : null;

    public string Folder { get; }

    public DatabaseProvider Provider { get; }

    public string Connection { get; }

    public Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal)
        {
            ["Database:Provider"] = Provider.ToString(),
            ["ConnectionStrings:Portal"] = Connection,
            ["Ledger:Folder"] = Path.Combine(Folder, "ledger"),
        };

    public static async Task<TestDatabase> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        if (SqlServer is { } server)
        {
            var connection = new SqlConnectionStringBuilder(server) { InitialCatalog = $"portal_{Guid.NewGuid():N}" }.ToString();
            await MigrateAsync(DatabaseProvider.SqlServer, connection);
            return new TestDatabase(folder, DatabaseProvider.SqlServer, connection);
        }

        var file = Path.Combine(folder, "portal.db");
        File.Copy(await Template.Value, file);
        return new TestDatabase(folder, DatabaseProvider.Sqlite, $"Data Source={file}");
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.SqlServer)
        {
            await using var db = new PortalDbContext(PortalData.Options(Provider, Connection));
            await db.Database.EnsureDeletedAsync();
        }

        using (var connection = new SqliteConnection(Connection)) SqliteConnection.ClearPool(connection);
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("portal-template-").FullName, "portal.db");
        await MigrateAsync(DatabaseProvider.Sqlite, $"Data Source={file};Pooling=False");
        return file;
    }

    private static async Task MigrateAsync(DatabaseProvider provider, string connection)
    {
        await using var db = new PortalDbContext(PortalData.Options(provider, connection));
        await db.Database.MigrateAsync();
        await LedgerTriggers.CreateAsync(db);
        if (provider == DatabaseProvider.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
