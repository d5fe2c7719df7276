namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>What is wrong in one cell.</summary>
/// <param name="Row">As a spreadsheet counts: the column names are row 1. For JSON the number of the record.</param>
/// <param name="Column">The column as the file names it.</param>
/// <param name="Code">Stable code of the kind of error.</param>
/// <param name="Found">What the file has.</param>
/// <param name="Expected">What would be right.</param>
public readonly record struct RowError(int Row, string Column, string Code, string Found, string Expected);

/// <summary>Errors of one kind in one column.</summary>
public sealed record RowErrorGroup(int FirstRow, string Column, string Code, string Found, string Expected, int Count);

/// <summary>Collects the errors of a file, and which rows they make wrong.</summary>
public sealed class RowErrors
{
    private const int FoundMaxLength = 80;

    private readonly List<RowError> _errors = [];
    private readonly HashSet<int> _rows = [];

    public IReadOnlyList<RowError> All => _errors;

    /// <summary>Different rows with at least one error.</summary>
    public int Rows => _rows.Count;

    public bool IsWrong(int row) => _rows.Contains(row);

    public void Add(int row, string column, string code, ReadOnlySpan<char> found, string expected)
    {
        var shown = found.Length > FoundMaxLength ? string.Concat(found[..FoundMaxLength], "…") : found.ToString();
        _errors.Add(new RowError(row, column, code, shown, expected));
        _rows.Add(row);
    }

    public IReadOnlyList<RowErrorGroup> Groups() =>
        [
            .. _errors
                .GroupBy(e => (e.Column, e.Code, e.Expected))
                .Select(g => g.MinBy(e => e.Row) is var first ? new RowErrorGroup(first.Row, first.Column, first.Code, first.Found, first.Expected, g.Count()) : null!)
                .OrderBy(g => g.FirstRow),
        ];
}
