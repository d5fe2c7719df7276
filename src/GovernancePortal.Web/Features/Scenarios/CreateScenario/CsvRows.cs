using GovernancePortal.Web.Platform.Tables;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>Rows of a CSV file; what stands between the columns is found from the first line.</summary>
internal sealed class CsvRows : IStaffRows
{
    private const int LongestRecord = 256 * 1024;

    private readonly CsvFile _csv;

    /// <exception cref="StaffFileBrokenException">The names of the columns cannot be read.</exception>
    public CsvRows(Stream file)
    {
        try
        {
            _csv = new CsvFile(file, longestRecord: LongestRecord, leaveOpen: true);
        }
        catch (BrokenCsvException)
        {
            throw new StaffFileBrokenException("The line with the names of the columns cannot be read.");
        }
    }

    public IReadOnlyList<string> Headers => _csv.Headers;

    public int Row => _csv.Row;

    public bool Read()
    {
        try
        {
            return _csv.Read();
        }
        catch (BrokenCsvException broken)
        {
            throw new StaffFileBrokenException($"Row {broken.Row} cannot be read: a quotation mark may not be closed.");
        }
    }

    public ReadOnlySpan<char> Cell(int column) => _csv.Cell(column);

    public void Dispose() => _csv.Dispose();
}
