using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GovernancePortal.Data.Bulk;

/// <summary>
/// A TEMP table filled through one prepared statement. It binds by position on the raw handle: parameters of the provider are looked up by name at every
/// execution, which takes longer than the insert itself.
/// </summary>
internal sealed class SqliteBulkTable : BulkTable
{
    private const string MoneyFormat = "0.0###########################";
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _insert;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);
    private bool _finished;

    public SqliteBulkTable(SqliteConnection connection, string name, IReadOnlyList<BulkColumn> columns)
        : base($"temp.[{name}]", columns)
    {
        _connection = connection;
        Execute($"DROP TABLE IF EXISTS {Name}");
        Execute($"CREATE TABLE {Name} ([Row] INTEGER PRIMARY KEY, {string.Join(", ", columns.Select(Declare))})");
        var marks = string.Join(',', Enumerable.Repeat("?", columns.Count + 1));
        Check(raw.sqlite3_prepare_v2(connection.Handle, $"INSERT INTO {Name} VALUES ({marks})", out _insert));
    }

    public override void BeginRow(int row) => Check(raw.sqlite3_bind_int(_insert, 1, row));

    public override void Set(int column, ReadOnlySpan<char> text)
    {
        // An empty span has no address, which SQLite would take for null.
        if (text.IsEmpty)
        {
            Check(raw.sqlite3_bind_text(_insert, column + 2, ""));
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _buffer.Length) Grow(most);
        var length = Encoding.UTF8.GetBytes(text, _buffer);
        Check(raw.sqlite3_bind_text(_insert, column + 2, _buffer.AsSpan(0, length)));
    }

    public override void Set(int column, int value) => Check(raw.sqlite3_bind_int(_insert, column + 2, value));

    public override void Set(int column, DateOnly date)
    {
        Span<char> text = stackalloc char[10];
        date.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Set(column, text);
    }

    public override void Set(int column, DateTimeOffset time) => Set(column, time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    public override void Set(int column, decimal amount)
    {
        Span<char> text = stackalloc char[48];
        amount.TryFormat(text, out var length, MoneyFormat, CultureInfo.InvariantCulture);
        Set(column, text[..length]);
    }

    public override void Set(int column, double number) => Check(raw.sqlite3_bind_double(_insert, column + 2, number));

    public override void Set(int column, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(raw.sqlite3_bind_blob(_insert, column + 2, bytes));
    }

    public override void EndRow()
    {
        var code = raw.sqlite3_step(_insert);
        if (code != raw.SQLITE_DONE) Check(code);
        Check(raw.sqlite3_reset(_insert));
        Check(raw.sqlite3_clear_bindings(_insert));
        Count++;
    }

    public override Task FinishAsync(CancellationToken cancellationToken)
    {
        Close();
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        Close();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        Execute($"DROP TABLE IF EXISTS {Name}");
        return ValueTask.CompletedTask;
    }

    private void Close()
    {
        if (_finished) return;
        _finished = true;
        _insert.Dispose();
    }

    private static string Declare(BulkColumn column) =>
        column.Type switch
        {
            BulkType.Number or BulkType.Flag => $"[{column.Name}] INTEGER",
            BulkType.Real => $"[{column.Name}] REAL",
            BulkType.Id => $"[{column.Name}] BLOB",
            _ => $"[{column.Name}] TEXT",
        };

    private void Grow(int size)
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = ArrayPool<byte>.Shared.Rent(size);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), code);
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
