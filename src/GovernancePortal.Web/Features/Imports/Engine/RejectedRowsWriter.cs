using System.Text;
using GovernancePortal.Web.Platform.Tables;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Writes the wrong rows of a file with the reason beside them.</summary>
internal sealed class RejectedRowsWriter(UploadStore uploads)
{
    private const string ReasonHeader = "why_rejected";

    /// <summary>Whether the column holds the reasons of an earlier download.</summary>
    public static bool IsReason(string header) => header.Equals(ReasonHeader, StringComparison.OrdinalIgnoreCase);

    public async Task<Stream> WriteAsync(OpenedFile file, RowErrors errors, CancellationToken cancellationToken)
    {
        var stream = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        await using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            if (file.Table is null) await WriteRecordsAsync(writer, errors);
            else WriteRows(writer, file.Upload, errors, cancellationToken);
        }

        stream.Position = 0;
        return stream;
    }

    private void WriteRows(StreamWriter writer, StoredUpload upload, RowErrors errors, CancellationToken cancellationToken)
    {
        var reasons = errors.All.ToLookup(e => e.Row);
        using var table = TableReader.Open(uploads.Open(upload), upload).Value;
        WriteLine(writer, upload.Delimiter, [.. table.Headers.Where(h => !IsReason(h)), ReasonHeader]);
        while (table.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!errors.IsWrong(table.Row)) continue;
            // A reason from an earlier download is replaced, not repeated.
            var cells = table.Headers.Index().Where(h => !IsReason(h.Item)).Select(h => table.Raw(h.Index));
            WriteLine(writer, upload.Delimiter, [.. cells, string.Join("; ", reasons[table.Row].Select(Words))]);
        }
    }

    private static async Task WriteRecordsAsync(StreamWriter writer, RowErrors errors)
    {
        WriteLine(writer, ',', ["record", ReasonHeader]);
        foreach (var row in errors.All.GroupBy(e => e.Row).OrderBy(g => g.Key))
        {
            WriteLine(writer, ',', [row.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), string.Join("; ", row.Select(Words))]);
        }

        await writer.FlushAsync();
    }

    private static string Words(RowError error) => $"{error.Column}: found “{error.Found}”, expected {error.Expected}";

    private static void WriteLine(StreamWriter writer, char delimiter, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) writer.Write(delimiter);
            var cell = FormulaGuard.Write(cells[i]);
            if (cell.AsSpan().IndexOfAny([delimiter, '"', '\r', '\n']) < 0) writer.Write(cell);
            else writer.Write($"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        }

        writer.Write("\r\n");
    }
}
