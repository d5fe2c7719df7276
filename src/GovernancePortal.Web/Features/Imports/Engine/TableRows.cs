namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>The rows of a table with their cells by field of the mapping, and what is wrong in them.</summary>
internal sealed class TableRows(TableReader table, ImportJob job)
{
    private readonly ILookup<string, int> _columns = table
        .Headers.Index()
        .Where(h => job.Mapping!.Columns.ContainsKey(h.Item))
        .ToLookup(h => job.Mapping!.Columns[h.Item], h => h.Index, StringComparer.Ordinal);

    public int Row => table.Row;

    /// <summary>Goes to the next row that has all its cells; rows that have not are told.</summary>
    public bool Read(CancellationToken cancellationToken)
    {
        while (table.Read())
        {
            if (++job.Report.Rows % 1024 == 0) cancellationToken.ThrowIfCancellationRequested();
            if (table.HasAllCells) return true;
            job.Report.Errors.Add(table.Row, "(row)", "row.cells", $"{table.CellCount} cells", $"{table.Headers.Count} cells, as many as there are column names");
        }

        return false;
    }

    public bool Has(string field) => _columns.Contains(field);

    /// <summary>The file's own name of the column that holds a field.</summary>
    public string NameOf(string field) => table.Headers[_columns[field].First()];

    public IEnumerable<int> Columns(string field) => _columns[field];

    public ReadOnlySpan<char> Cell(string field) => Has(field) ? table.Cell(_columns[field].First()) : [];

    public ReadOnlySpan<char> Cell(int column) => table.Cell(column);

    public void Wrong(string field, string code, ReadOnlySpan<char> found, string expected) => Wrong(Has(field) ? _columns[field].First() : -1, field, code, found, expected);

    public void Wrong(int column, string field, string code, ReadOnlySpan<char> found, string expected) =>
        job.Report.Errors.Add(table.Row, column < 0 ? $"({field})" : table.Headers[column], code, found, expected);

    public bool IsWrong => job.Report.Errors.IsWrong(table.Row);
}
