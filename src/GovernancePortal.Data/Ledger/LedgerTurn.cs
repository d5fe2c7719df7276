using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Ledger;

/// <summary>
/// Lets one save of this process at a time append to a SQLite file, first come first served, and makes the commits of those in the queue durable
/// together. SQLite's own wait for the writer is a poll whose pauses grow, and a flush to disk for each commit would be most of a save's time.
/// SQL Server does both by itself.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "One for each file, as long as the process lives.")]
internal sealed class LedgerTurn
{
    private static readonly ConcurrentDictionary<string, LedgerTurn> Files = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SharedFlush _flush;

    private LedgerTurn(string walFile) => _flush = new SharedFlush(walFile);

    /// <summary>Runs a save that ends with a commit. When it returns, the commit is on the disk.</summary>
    public static async Task<int> RunAsync(PortalDbContext db, Func<Task<int>> save, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite()) return await save();

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            return await Files.GetOrAdd(connection.DataSource, file => new LedgerTurn(file + "-wal")).SaveAsync(connection, save, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // The connection stays open until the flush is done, so that the write-ahead log is still the file that the commit went to.
    private async Task<int> SaveAsync(SqliteConnection connection, Func<Task<int>> save, CancellationToken cancellationToken)
    {
        Execute(connection, "PRAGMA synchronous=NORMAL");
        try
        {
            var saved = await InTurnAsync(save, cancellationToken);
            await _flush.FlushAsync();
            return saved;
        }
        finally
        {
            Execute(connection, "PRAGMA synchronous=FULL");
        }
    }

    private async Task<int> InTurnAsync(Func<Task<int>> save, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await save();
        }
        finally
        {
            _gate.Release();
        }
    }

    private static void Execute(DbConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        command.ExecuteNonQuery();
    }
}
