namespace GovernancePortal.Web.Platform.Tables;

/// <summary>
/// Cells that a spreadsheet would run as a formula are written with an apostrophe before them, as OWASP advises against CSV injection; reading takes it off
/// again, so that corrected rows can be dropped as they are.
/// </summary>
internal static class FormulaGuard
{
    private const char Guard = '\'';

    // The wide forms too: some spreadsheets take them for the narrow ones.
    private static readonly System.Buffers.SearchValues<char> Starts = System.Buffers.SearchValues.Create("=+-@\uFF1D\uFF0B\uFF0D\uFF20");

    public static string Write(string cell)
    {
        var text = cell.AsSpan().TrimStart();
        return IsFormula(text) ? $"{Guard}{text}" : cell;
    }

    /// <param name="cell">Without spaces around it.</param>
    public static ReadOnlySpan<char> Read(ReadOnlySpan<char> cell) => cell.Length > 1 && cell[0] == Guard && IsFormula(cell[1..]) ? cell[1..] : cell;

    private static bool IsFormula(ReadOnlySpan<char> text) => text.Length > 0 && Starts.Contains(text[0]);
}
