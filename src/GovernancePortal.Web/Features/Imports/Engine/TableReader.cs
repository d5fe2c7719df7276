using System.Text;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Tables;
using Sylvan.Data.Csv;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Reads a CSV file row by row. Cells are found by field key, through a mapping.</summary>
internal sealed class TableReader : IDisposable
{
    private const int LongestRecord = 1024 * 1024;

    private readonly CsvDataReader _csv;

    private TableReader(CsvDataReader csv, IReadOnlyList<string> headers) => (_csv, Headers) = (csv, headers);

    public IReadOnlyList<string> Headers { get; }

    /// <summary>As a spreadsheet counts: the column names are row 1.</summary>
    public int Row { get; private set; } = 1;

    /// <summary>Whether the row has as many cells as there are columns.</summary>
    public bool HasAllCells => _csv.RowFieldCount == Headers.Count;

    public int CellCount => _csv.RowFieldCount;

    public static Result<TableReader> Open(Stream file, StoredUpload upload)
    {
        var options = new CsvDataReaderOptions
        {
            Delimiter = upload.Delimiter,
            BufferSize = 128 * 1024,
            MaxBufferSize = LongestRecord,
            HasHeaders = true,
            HeaderComparer = StringComparer.Ordinal,
            OwnsReader = true,
        };
        CsvDataReader csv;
        try
        {
            csv = CsvDataReader.Create(new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024), options);
        }
        catch (CsvFormatException)
        {
            file.Dispose();
            return ImportErrors.BrokenCsv(1, "the line with the column names cannot be read");
        }

        var headers = Enumerable.Range(0, csv.FieldCount).Select(i => FormulaGuard.Read(csv.GetName(i).Trim()).ToString() is { Length: > 0 } name ? name : $"Column {i + 1}").ToArray();
        var twice = headers.GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        if (twice is null) return new TableReader(csv, headers);

        csv.Dispose();
        return ImportErrors.HeaderTwice(twice.Key);
    }

    /// <summary>Goes to the next row that is not blank.</summary>
    /// <exception cref="ImportBrokenException">The rest of the file cannot be read.</exception>
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
        catch (CsvRecordTooLargeException)
        {
            throw new ImportBrokenException(ImportErrors.BrokenCsv(Row + 1, "the row is longer than a million characters; a quotation mark may not be closed"));
        }
        catch (CsvFormatException)
        {
            throw new ImportBrokenException(ImportErrors.BrokenCsv(Row + 1, "a quotation mark is not closed or stands in the middle of a cell"));
        }
    }

    /// <summary>A cell without the spaces around it and without the guard of a formula; empty when the row is shorter.</summary>
    public ReadOnlySpan<char> Cell(int column) => column < 0 || column >= _csv.RowFieldCount ? [] : FormulaGuard.Read(_csv.GetFieldSpan(column).Trim());

    /// <summary>The cell as it came.</summary>
    public string Raw(int column) => column >= _csv.RowFieldCount ? "" : _csv.GetFieldSpan(column).ToString();

    public void Dispose() => _csv.Dispose();

    private bool IsBlank()
    {
        for (var i = 0; i < _csv.RowFieldCount; i++)
        {
            if (!_csv.GetFieldSpan(i).IsWhiteSpace()) return false;
        }

        return true;
    }
}

/// <summary>Ends the reading of a file that turns out to be broken half way; the engine makes it a refusal.</summary>
internal sealed class ImportBrokenException(Error error) : Exception(error.Message)
{
    public Error Error { get; } = error;
}
