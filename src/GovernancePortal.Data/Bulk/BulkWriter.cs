using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GovernancePortal.Data.Bulk;

/// <summary>
/// Writes many rows without change tracking: rows go into a staging table of the connection, then statements that both databases understand move them.
/// The connection is held open until this is disposed. SQLite takes rows before the transaction begins, SQL Server before or within it.
/// </summary>
public sealed class BulkWriter : IAsyncDisposable
{
    private readonly PortalDbContext _db;
    private readonly List<BulkTable> _tables = [];
    private SqliteTransaction? _staging;

    private BulkWriter(PortalDbContext db) => _db = db;

    public bool IsSqlite => _db.Database.IsSqlite();

    private DbConnection Connection => _db.Database.GetDbConnection();

    private DbTransaction? Transaction => _db.Database.CurrentTransaction?.GetDbTransaction();

    /// <summary>The statement that makes a staging table on SQL Server, so that statements can be checked without one.</summary>
    public static string SqlServerTable(string name, IReadOnlyList<BulkColumn> columns) => SqlServerBulkTable.CreateStatement(name, columns);

    public static async Task<BulkWriter> OpenAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new BulkWriter(db);
    }

    /// <summary>
    /// Makes a staging table. On SQLite the rows that come before the portal's own transaction are put into one of their own: deferred, because rows of a
    /// TEMP table need no lock on the database, so others go on writing while a file is read.
    /// </summary>
    public BulkTable CreateTable(string name, IReadOnlyList<BulkColumn> columns)
    {
        if (Connection is SqliteConnection early && Transaction is null) _staging ??= early.BeginTransaction(deferred: true);
        BulkTable table = Connection is SqliteConnection sqlite
            ? new SqliteBulkTable(sqlite, name, columns)
            : new SqlServerBulkTable((SqlConnection)Connection, () => (SqlTransaction?)Transaction, name, columns);
        _tables.Add(table);
        return table;
    }

    /// <summary>Call it when the file is read, before the first statement and before a transaction.</summary>
    public async Task EndStagingAsync(CancellationToken cancellationToken)
    {
        if (_staging is null) return;
        await _staging.CommitAsync(cancellationToken);
        await _staging.DisposeAsync();
        _staging = null;
    }

    /// <summary>
    /// Inserts most of a table's rows. On SQLite the indexes that only serve reading are made anew afterwards, in the same transaction; the one of
    /// <paramref name="keep"/>, which the insert itself reads, stays.
    /// </summary>
    public Task InsertMostAsync(string table, string keep, Func<Task> insert, CancellationToken cancellationToken) =>
        IsSqlite ? SqliteIndexes.RebuildAfterAsync(this, table, keep, insert, cancellationToken) : insert();

    /// <summary>Runs a statement and gives the number of rows it wrote.</summary>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<int> CountAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async IAsyncEnumerable<T> QueryAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters
    )
    {
        await using var command = Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) yield return read(reader);
    }

    public async ValueTask DisposeAsync()
    {
        if (_staging is not null) await _staging.DisposeAsync();
        foreach (var table in _tables) await table.DisposeAsync();
        await _db.Database.CloseConnectionAsync();
    }

    private DbCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = Connection.CreateCommand();
        command.Transaction = Transaction;
        command.CommandTimeout = 600;
#pragma warning disable CA2100 // Statements are the portal's own text; what a user typed goes in as parameters or staged rows.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, Stored(value));
            command.Parameters.Add(parameter);
        }

        return command;
    }

    // SQLite holds ids as 16 bytes, most significant first, and times and dates as text, as the conventions of the model say.
    private object Stored(object? value) =>
        value switch
        {
            null => DBNull.Value,
            Guid id when IsSqlite => id.ToByteArray(bigEndian: true),
            DateTimeOffset time => time.UtcDateTime,
            _ => value,
        };
}
