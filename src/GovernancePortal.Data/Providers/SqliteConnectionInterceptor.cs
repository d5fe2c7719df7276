using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace GovernancePortal.Data.Providers;

/// <summary>Prepares every SQLite connection: readers beside a writer, durable commits, a patient wait for the writer, decimals sorted the same everywhere.</summary>
internal sealed class SqliteConnectionInterceptor : DbConnectionInterceptor
{
    private static readonly ConditionalWeakTable<sqlite3, sqlite3> Settled = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare((SqliteConnection)connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare((SqliteConnection)connection);
        return Task.CompletedTask;
    }

    internal static void Prepare(SqliteConnection connection)
    {
        // EF's own collation parses with the culture of the thread, which sorts wrongly or fails under others than the invariant one.
        connection.CreateCollation(
            "EF_DECIMAL",
            (x, y) => decimal.Compare(decimal.Parse(x, CultureInfo.InvariantCulture), decimal.Parse(y, CultureInfo.InvariantCulture))
        );
        // A connection that comes back from the pool still has its settings.
        if (!Settled.TryAdd(connection.Handle!, connection.Handle!)) return;
        using var command = connection.CreateCommand();
        // A read-only connection, which EF opens to see whether the database exists, may not change the mode of the file.
        var mayWrite = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode != SqliteOpenMode.ReadOnly;
        command.CommandText = (mayWrite ? "PRAGMA journal_mode=WAL; " : "") + "PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;";
        command.ExecuteNonQuery();
    }
}
