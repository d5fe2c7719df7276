using System.Buffers.Text;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace GovernancePortal.Data.Bulk;

/// <summary>
/// Reads a query of millions of rows without making an object of each. Columns are named by their place in the query's projection. SQLite is asked through
/// its own handle, because the provider copies an id and a date before it reads them.
/// </summary>
public sealed class BulkRows : IAsyncDisposable
{
    private readonly PortalDbContext _db;
    private readonly DbCommand _command;
    private readonly DbDataReader _reader;
    private readonly sqlite3_stmt? _row;
    private byte[] _bytes = [];
    private string _text = "";

    private BulkRows(PortalDbContext db, DbCommand command, DbDataReader reader)
    {
        (_db, _command, _reader) = (db, command, reader);
        _row = (reader as SqliteDataReader)?.Handle;
    }

    public static async Task<BulkRows> OpenAsync<T>(PortalDbContext db, IQueryable<T> query, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var command = query.CreateDbCommand();
        try
        {
            return new BulkRows(db, command, await command.ExecuteReaderAsync(cancellationToken));
        }
        catch
        {
            await command.DisposeAsync();
            await db.Database.CloseConnectionAsync();
            throw;
        }
    }

    public Task<bool> ReadAsync(CancellationToken cancellationToken) => _reader.ReadAsync(cancellationToken);

    public Guid Id(int column) => _row is null ? _reader.GetGuid(column) : new Guid(raw.sqlite3_column_blob(_row, column), bigEndian: true);

    public DateOnly? Date(int column)
    {
        if (_row is null) return _reader.IsDBNull(column) ? null : _reader.GetFieldValue<DateOnly>(column);
        if (raw.sqlite3_column_type(_row, column) == raw.SQLITE_NULL) return null;
        // As it is stored: yyyy-MM-dd.
        var text = raw.sqlite3_column_blob(_row, column);
        return Digits(text[..4], out var year) && Digits(text[5..7], out var month) && Digits(text[8..10], out var day)
            ? new DateOnly(year, month, day)
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Column {column} holds no date."));
    }

    /// <summary>Text that repeats from row to row, such as a version, is made once.</summary>
    public string Text(int column)
    {
        if (_row is null) return _reader.GetString(column);
        var text = raw.sqlite3_column_blob(_row, column);
        if (text.SequenceEqual(_bytes)) return _text;
        (_bytes, _text) = (text.ToArray(), Encoding.UTF8.GetString(text));
        return _text;
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _command.DisposeAsync();
        await _db.Database.CloseConnectionAsync();
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int number) => Utf8Parser.TryParse(text, out number, out var read) && read == text.Length;
}
