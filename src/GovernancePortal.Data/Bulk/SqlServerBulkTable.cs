using System.Data;
using Microsoft.Data.SqlClient;

namespace GovernancePortal.Data.Bulk;

/// <summary>A #table filled with bulk copy, a batch at a time.</summary>
internal sealed class SqlServerBulkTable : BulkTable
{
    private const int BatchSize = 5_000;

    private readonly SqlConnection _connection;
    private readonly Func<SqlTransaction?> _transaction;
    private readonly DataTable _batch = new();
    private readonly object?[] _row;

    public SqlServerBulkTable(SqlConnection connection, Func<SqlTransaction?> transaction, string name, IReadOnlyList<BulkColumn> columns)
        : base($"[#{name}]", columns)
    {
        (_connection, _transaction, _row) = (connection, transaction, new object?[columns.Count + 1]);
        _batch.Columns.Add("Row", typeof(int));
        foreach (var column in columns) _batch.Columns.Add(column.Name, ClrType(column.Type));

        using var command = new SqlCommand(CreateStatement(name, columns), connection, transaction());
        command.ExecuteNonQuery();
    }

    /// <summary>The statement that makes the table; tests read it with SQL Server's own parser.</summary>
    public static string CreateStatement(string name, IReadOnlyList<BulkColumn> columns) =>
        $"CREATE TABLE [#{name}] ([Row] int NOT NULL PRIMARY KEY, {string.Join(", ", columns.Select(Declare))})";

    public override void BeginRow(int row)
    {
        Array.Clear(_row);
        _row[0] = row;
    }

    public override void Set(int column, ReadOnlySpan<char> text) => _row[column + 1] = text.ToString();

    public override void Set(int column, int value) => _row[column + 1] = Columns[column].Type == BulkType.Flag ? value != 0 : value;

    public override void Set(int column, DateOnly date) => _row[column + 1] = date.ToDateTime(TimeOnly.MinValue);

    public override void Set(int column, DateTimeOffset time) => _row[column + 1] = time.UtcDateTime;

    public override void Set(int column, decimal amount) => _row[column + 1] = amount;

    public override void Set(int column, double number) => _row[column + 1] = number;

    public override void Set(int column, Guid id) => _row[column + 1] = id;

    public override void EndRow()
    {
        _batch.Rows.Add(_row);
        Count++;
        if (_batch.Rows.Count == BatchSize) Flush();
    }

    public override Task FinishAsync(CancellationToken cancellationToken)
    {
        Flush();
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        _batch.Dispose();
        await using var command = new SqlCommand($"DROP TABLE IF EXISTS {Name}", _connection, _transaction());
        await command.ExecuteNonQueryAsync();
    }

    private static Type ClrType(BulkType type) =>
        type switch
        {
            BulkType.Number => typeof(int),
            BulkType.Flag => typeof(bool),
            BulkType.Date or BulkType.Time => typeof(DateTime),
            BulkType.Money => typeof(decimal),
            BulkType.Real => typeof(double),
            BulkType.Id => typeof(Guid),
            _ => typeof(string),
        };

    // Text takes the collation of the database: without it a join with the portal's tables is refused where tempdb has another one.
    private static string Declare(BulkColumn column) =>
        column.Type switch
        {
            BulkType.Number => $"[{column.Name}] int NULL",
            BulkType.Flag => $"[{column.Name}] bit NULL",
            BulkType.Date => $"[{column.Name}] date NULL",
            BulkType.Time => $"[{column.Name}] datetime2 NULL",
            BulkType.Money => $"[{column.Name}] decimal(18,4) NULL",
            BulkType.Real => $"[{column.Name}] float NULL",
            BulkType.Id => $"[{column.Name}] uniqueidentifier NULL",
            _ => $"[{column.Name}] nvarchar({column.Length}) COLLATE DATABASE_DEFAULT NULL",
        };

    private void Flush()
    {
        if (_batch.Rows.Count == 0) return;
        using var copy = new SqlBulkCopy(_connection, SqlBulkCopyOptions.Default, _transaction()) { DestinationTableName = Name, BulkCopyTimeout = 0 };
        copy.WriteToServer(_batch);
        _batch.Clear();
    }
}
