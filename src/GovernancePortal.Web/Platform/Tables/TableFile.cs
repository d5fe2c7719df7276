using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GovernancePortal.Web.Platform.Tables;

public enum TableForm
{
    Csv,
    Workbook,
}

/// <summary>A file that waits on disk while it is sent, however slowly it is fetched; it is gone once it is closed.</summary>
public sealed record TableFile(Stream Content, string ContentType, string FileName)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Of an address: a workbook for xlsx, CSV for anything else.</summary>
    public static TableForm FormOf(string? text) => string.Equals(text, "xlsx", StringComparison.OrdinalIgnoreCase) ? TableForm.Workbook : TableForm.Csv;

    /// <summary>Writes rows as they come. No cell is ever a formula, in neither form.</summary>
    /// <param name="name">Of the sheet and the file.</param>
    internal static async Task<TableFile> WriteAsync(TableForm form, string name, IReadOnlyList<FileColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            if (form == TableForm.Workbook) await WriteWorkbookAsync(file, name, columns, rows, cancellationToken);
            else await WriteLinesAsync(file, columns, rows, cancellationToken);
            file.Position = 0;
            return new TableFile(file, form == TableForm.Workbook ? Workbook : "text/csv; charset=utf-8", $"{name}.{(form == TableForm.Workbook ? "xlsx" : "csv")}");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public IResult ToHttp() => Results.File(Content, ContentType, FileName);

    private static async Task WriteWorkbookAsync(Stream file, string name, IReadOnlyList<FileColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook();
        FileStyles.AddTo(workbook);
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var sheet = new TableSheet(part, columns))
        {
            await foreach (var row in rows.WithCancellation(cancellationToken)) sheet.Add(row);
        }

        workbook.Workbook.AppendChild(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = name }));
    }

    private static async Task WriteLinesAsync(Stream file, IReadOnlyList<FileColumn> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        // With its mark, because spreadsheets take a file without one for the text of the country they run in.
        await using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Line(columns.Select(c => (object?)c.Title)));
        await foreach (var row in rows.WithCancellation(cancellationToken)) await writer.WriteAsync(Line(row));
    }

    private static string Line(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value)
    {
        // Numbers of the portal are no formulas, even those below zero.
        var text = value switch
        {
            null => "",
            string words => FormulaGuard.Write(words),
            bool yes => yes ? "yes" : "no",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => FormulaGuard.Write(value.ToString() ?? ""),
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
