using System.Text;
using Sylvan.Data.Csv;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>Rows of a CSV file; what stands between the columns is found from the first line.</summary>
internal sealed class CsvRows : IStaffRows
{
    private const int LongestRecord = 256 * 1024;

    private readonly CsvDataReader _csv;

    /// <exception cref="StaffFileBrokenException">The names of the columns cannot be read.</exception>
    public CsvRows(Stream file)
    {
        try
        {
            var options = new CsvDataReaderOptions { BufferSize = 64 * 1024, MaxBufferSize = LongestRecord, HasHeaders = true, HeaderComparer = StringComparer.Ordinal, OwnsReader = true };
            _csv = CsvDataReader.Create(new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true), options);
            Headers = [.. Enumerable.Range(0, _csv.FieldCount).Select(i => _csv.GetName(i).Trim())];
        }
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException or InvalidDataException)
        {
            throw new StaffFileBrokenException("The line with the names of the columns cannot be read.");
        }
    }

    public IReadOnlyList<string> Headers { get; }

    public int Row { get; private set; } = 1;

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
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException or InvalidDataException)
        {
            throw new StaffFileBrokenException($"Row {Row + 1} cannot be read: a quotation mark may not be closed.");
        }
    }

    public ReadOnlySpan<char> Cell(int column) => column >= _csv.RowFieldCount ? [] : _csv.GetFieldSpan(column);

    public void Dispose() => _csv.Dispose();

    private bool IsBlank()
    {
        for (var i = 0; i < _csv.RowFieldCount; i++) if (!_csv.GetFieldSpan(i).IsWhiteSpace()) return false;
        return true;
    }
}
