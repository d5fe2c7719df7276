using System.Buffers;
using System.IO.Compression;
using System.Text;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Literacy.Evidence;

/// <summary>Tells what a file is by its content. The name has to agree; what could run in a browser or on a machine is refused.</summary>
internal static class EvidenceType
{
    public const string Accept = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly SearchValues<byte> Unprintable =
        SearchValues.Create([.. Enumerable.Range(0, 32).Where(b => b is not ('\t' or '\n' or '\r' or '\f')).Select(b => (byte)b), 127]);

    private static readonly Dictionary<string, string> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = "application/pdf",
        ["png"] = "image/png",
        ["jpg"] = "image/jpeg",
        ["jpeg"] = "image/jpeg",
        ["docx"] = Word,
        ["xlsx"] = Excel,
        ["csv"] = "text/csv",
        ["txt"] = "text/plain",
    };

    /// <summary>The content type; refused when the content is nothing that is kept, or not what its name says.</summary>
    public static Result<string> Tell(string fileName, byte[] content)
    {
        if (content.Length == 0) return EvidenceErrors.Empty;
        var ending = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
        var (type, found) = Look(content);
        if (type is null) return EvidenceErrors.Forbidden(found);
        if (!ByEnding.TryGetValue(ending, out var named)) return ending.Length == 0 ? EvidenceErrors.Forbidden("a file without an ending to its name") : EvidenceErrors.Forbidden($"a .{ending} file");

        // CSV is text: only its name tells it apart.
        var isText = type.Equals("text/plain", StringComparison.Ordinal) && named.StartsWith("text/", StringComparison.Ordinal);
        return isText || named.Equals(type, StringComparison.Ordinal) ? named : EvidenceErrors.Mismatch(ending, found);
    }

    private static (string? Type, string Found) Look(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith("%PDF-"u8)) return ("application/pdf", "a PDF document");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return ("image/png", "a PNG picture");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return ("image/jpeg", "a JPEG picture");
        if (bytes.StartsWith("PK"u8)) return LookIntoArchive(content);
        if (bytes.StartsWith("MZ"u8) || bytes.StartsWith("\u007fELF"u8) || bytes.StartsWith("#!"u8) || IsMach(bytes)) return (null, "a program");
        return LookAtText(bytes);
    }

    private static bool IsMach(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 4 && (bytes[..4] is [0xCF or 0xCE, 0xFA, 0xED, 0xFE] or [0xFE, 0xED, 0xFA, 0xCE or 0xCF] or [0xCA, 0xFE, 0xBA, 0xBE]);

    // Only the names in the archive are read, nothing is unpacked.
    private static (string? Type, string Found) LookIntoArchive(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            var names = archive.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml")) return (null, "a ZIP archive");
            if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return (null, "an Office document with macros");
            if (names.Contains("word/document.xml")) return (Word, "a Word document");
            return names.Contains("xl/workbook.xml") ? (Excel, "an Excel workbook") : (null, "a ZIP archive");
        }
        catch (InvalidDataException)
        {
            return (null, "a damaged ZIP archive");
        }
    }

    private static (string? Type, string Found) LookAtText(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        if (!System.Text.Unicode.Utf8.IsValid(text) || text.ContainsAny(Unprintable)) return (null, "neither a document nor text in UTF-8");

        var start = text.TrimStart(" \t\r\n\f"u8);
        var head = Encoding.UTF8.GetString(start[..Math.Min(start.Length, 512)]);
        if (!head.StartsWith('<')) return ("text/plain", "text");
        return (null, head.Contains("<svg", StringComparison.OrdinalIgnoreCase) ? "an SVG picture" : "a web page or another marked-up text");
    }
}
