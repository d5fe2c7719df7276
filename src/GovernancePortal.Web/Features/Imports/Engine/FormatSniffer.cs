using System.Text;
using System.Text.Json;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Tells CSV, JSON and NDJSON apart and finds what separates the columns.</summary>
internal static class FormatSniffer
{
    private const int LineMaxLength = 64 * 1024;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static async Task<Result<(FileFormat Format, char Delimiter)>> LookAsync(string path, ImportKind kind, string fileName, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var start = new char[LineMaxLength];
        var length = await reader.ReadBlockAsync(start, cancellationToken);
        var text = new string(start, 0, length).TrimStart();
        if (text.Length == 0) return ImportErrors.Empty;

        if (ImportKinds.TakesMarkdown(kind) && Pages(text, fileName) is { } pages) return (pages, ',');

        var expected = ImportKinds.Of(kind).Formats;
        if (text[0] is '{' or '[') return ImportKinds.TakesRecords(kind) ? (JsonKind(text), ',') : ImportErrors.Format("This is JSON.", expected);
        if (text[0] == '<') return ImportErrors.Format("This is XML or a web page.", expected);
        if (!ImportKinds.TakesTables(kind)) return ImportErrors.Format("This is not JSON.", expected);

        var header = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : text.Length).ToString();
        var delimiter = Delimiters.MaxBy(d => CountOutsideQuotes(header, d));
        return CountOutsideQuotes(header, delimiter) == 0
            ? ImportErrors.Format("The first line has one column only, so this is no table.", expected)
            : (FileFormat.Csv, delimiter);
    }

    private static FileFormat? Pages(string text, string fileName)
    {
        if (text.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)) return FileFormat.Zip;
        var isMarkdown = text.StartsWith("---\n", StringComparison.Ordinal) || text.StartsWith("---\r", StringComparison.Ordinal) || fileName.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        return isMarkdown ? FileFormat.Markdown : null;
    }

    // An object that ends before the text does is the first of many lines.
    private static FileFormat JsonKind(string text)
    {
        if (text[0] == '[') return FileFormat.Json;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || string.IsNullOrWhiteSpace(text[end..])) return FileFormat.Json;
        try
        {
            using var first = JsonDocument.Parse(text[..end]);
            return FileFormat.Ndjson;
        }
        catch (JsonException)
        {
            return FileFormat.Json;
        }
    }

    private static int CountOutsideQuotes(string line, char delimiter)
    {
        var (count, quoted) = (0, false);
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == delimiter && !quoted) count++;
        }

        return count;
    }
}
