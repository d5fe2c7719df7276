using System.Text;
using Sylvan.Data.Csv;

namespace GovernancePortal.Web.Platform.Tables;

/// <summary>A row of a CSV file that cannot be read.</summary>
internal sealed class BrokenCsvException(int row, bool isTooLong, Exception inner) : Exception($"Row {row} cannot be read.", inner)
{
    /// <summary>As a spreadsheet counts: the column names are row 1.</summary>
    public int Row => row;

    /// <summary>Whether the row did not end; else its quotation marks are wrong.</summary>
    public bool IsTooLong => isTooLong;
}

/// <summary>Reads a CSV file row by row and passes over blank rows. UTF-8 unless the file says otherwise.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly CsvDataReader _csv;

    /// <param name="file">Closed with this, unless it is to stay open.</param>
    /// <param name="delimiter">What stands between cells; found from the first line when null.</param>
    /// <param name="longestRecord">In characters.</param>
    /// <param name="leaveOpen">Whether the file stays open.</param>
    /// <exception cref="BrokenCsvException">The names of the columns cannot be read.</exception>
    public CsvFile(Stream file, char? delimiter = null, int longestRecord = 1024 * 1024, bool leaveOpen = false)
    {
        var options = new CsvDataReaderOptions
        {
            Delimiter = delimiter,
            BufferSize = 128 * 1024,
            MaxBufferSize = longestRecord,
            HasHeaders = true,
            HeaderComparer = StringComparer.Ordinal,
            OwnsReader = true,
        };
        var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen);
        try
        {
            _csv = CsvDataReader.Create(reader, options);
        }
        catch (Exception exception) when (IsFormat(exception))
        {
            reader.Dispose();
            throw new BrokenCsvException(1, exception is CsvRecordTooLargeException, exception);
        }

        Headers = [.. Enumerable.Range(0, _csv.FieldCount).Select(i => _csv.GetName(i).Trim())];
    }

    public IReadOnlyList<string> Headers { get; }

    /// <summary>As a spreadsheet counts: the column names are row 1.</summary>
    public int Row { get; private set; } = 1;

    /// <summary>Of this row.</summary>
    public int CellCount => _csv.RowFieldCount;

    /// <summary>Goes to the next row that is not blank.</summary>
    /// <exception cref="BrokenCsvException">The rest of the file cannot be read.</exception>
    public bool Read()
    {
        try
        {
            while (_csv.Read())
            {
                Row++;
                if (!IsBlank()) return true;
            }

            return false;
        }
        catch (Exception exception) when (IsFormat(exception))
        {
            throw new BrokenCsvException(Row + 1, exception is CsvRecordTooLargeException, exception);
        }
    }

    /// <summary>A cell as it came; empty when the row is shorter.</summary>
    public ReadOnlySpan<char> Cell(int column) => column < 0 || column >= _csv.RowFieldCount ? [] : _csv.GetFieldSpan(column);

    public void Dispose() => _csv.Dispose();

    private bool IsBlank()
    {
        for (var i = 0; i < _csv.RowFieldCount; i++)
        {
            if (!_csv.GetFieldSpan(i).IsWhiteSpace()) return false;
        }

        return true;
    }

    private static bool IsFormat(Exception exception) => exception is CsvFormatException or CsvRecordTooLargeException or InvalidDataException;
}
