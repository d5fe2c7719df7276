using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Tables;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Reads a CSV file row by row. Cells are found by field key, through a mapping.</summary>
internal sealed class TableReader : IDisposable
{
    private readonly CsvFile _csv;

    private TableReader(CsvFile csv, IReadOnlyList<string> headers) => (_csv, Headers) = (csv, headers);

    public IReadOnlyList<string> Headers { get; }

    /// <summary>As a spreadsheet counts: the column names are row 1.</summary>
    public int Row => _csv.Row;

    /// <summary>Whether the row has as many cells as there are columns.</summary>
    public bool HasAllCells => _csv.CellCount == Headers.Count;

    public int CellCount => _csv.CellCount;

    public static Result<TableReader> Open(Stream file, StoredUpload upload)
    {
        CsvFile csv;
        try
        {
            csv = new CsvFile(file, upload.Delimiter);
        }
        catch (BrokenCsvException)
        {
            return ImportErrors.BrokenCsv(1, "the line with the column names cannot be read");
        }

        var headers = csv.Headers.Select((h, i) => FormulaGuard.Read(h).ToString() is { Length: > 0 } name ? name : $"Column {i + 1}").ToArray();
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
            return _csv.Read();
        }
        catch (BrokenCsvException broken)
        {
            var why = broken.IsTooLong ? "the row is longer than a million characters; a quotation mark may not be closed" : "a quotation mark is not closed or stands in the middle of a cell";
            throw new ImportBrokenException(ImportErrors.BrokenCsv(broken.Row, why));
        }
    }

    /// <summary>A cell without the spaces around it and without the guard of a formula; empty when the row is shorter.</summary>
    public ReadOnlySpan<char> Cell(int column) => FormulaGuard.Read(_csv.Cell(column).Trim());

    /// <summary>The cell as it came.</summary>
    public string Raw(int column) => _csv.Cell(column).ToString();

    public void Dispose() => _csv.Dispose();
}

/// <summary>Ends the reading of a file that turns out to be broken half way; the engine makes it a refusal.</summary>
internal sealed class ImportBrokenException(Error error) : Exception(error.Message)
{
    public Error Error { get; } = error;
}
