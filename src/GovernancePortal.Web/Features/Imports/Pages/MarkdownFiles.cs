using System.IO.Compression;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Imports.Engine;

namespace GovernancePortal.Web.Features.Imports.Pages;

/// <summary>A file of text with its path in the archive.</summary>
internal readonly record struct MarkdownFile(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Reads the Markdown files of an upload into memory, one after the other; nothing is written anywhere. A zip file is believed in nothing: sizes are counted
/// while it is read, whatever its headers say.
/// </summary>
internal static class MarkdownFiles
{
    /// <summary>Of a zip file; the list of its files is held in memory.</summary>
    public const long MaxZipBytes = 64L * 1024 * 1024;

    public const int MaxFiles = 100_000;
    public const int MaxFileBytes = 2 * 1024 * 1024;
    public const long MaxUnpackedBytes = 512L * 1024 * 1024;

    /// <summary>Text shrinks to a tenth, rarely to a hundredth.</summary>
    private const int MostShrinking = 200;
    private const int SmallBytes = 64 * 1024;

    public static Result<IReadOnlyList<ZipArchiveEntry>> Look(ZipArchive archive)
    {
        var pages = new List<ZipArchiveEntry>();
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName;
            if (IsTrick(name)) return ImportErrors.UnsafeZip($"the name “{Shown(name)}” leads out of its folder");
            if (!name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.StartsWith("__MACOSX/", StringComparison.Ordinal)) continue;
            if (entry.IsEncrypted) return ImportErrors.BrokenZip($"“{Shown(name)}” is encrypted");
            if (entry.Length > MaxFileBytes) return TooLarge(name);
            if (entry.Length > SmallBytes && entry.Length / MostShrinking > entry.CompressedLength) return Bomb(name);
            if (pages.Count == MaxFiles) return ImportErrors.UnsafeZip($"it holds more than {MaxFiles:N0} pages; split it");
            pages.Add(entry);
        }

        return pages;
    }

    /// <exception cref="ImportBrokenException">The rest of the archive is not read.</exception>
    public static MarkdownFile Read(ZipArchiveEntry entry, ref long unpacked)
    {
        using var stream = entry.Open();
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            text.Write(buffer, 0, read);
            unpacked += read;
            if (text.Length > MaxFileBytes) throw new ImportBrokenException(TooLarge(entry.FullName));
            if (unpacked > MaxUnpackedBytes) throw new ImportBrokenException(ImportErrors.UnsafeZip($"unpacked it is larger than {MaxUnpackedBytes / (1024 * 1024)} MB; split it"));
            if (text.Length > SmallBytes && text.Length / MostShrinking > entry.CompressedLength) throw new ImportBrokenException(Bomb(entry.FullName));
        }

        // What is told in the headers cuts a text short without a word; its checksum does not fit then.
        var bytes = text.ToArray();
        if (Checksum(bytes) != entry.Crc32) throw new ImportBrokenException(ImportErrors.BrokenZip($"“{Shown(entry.FullName)}” does not fit its checksum"));
        return new MarkdownFile(entry.FullName, bytes);
    }

    private static Error TooLarge(string name) => ImportErrors.UnsafeZip($"“{Shown(name)}” is larger than {MaxFileBytes / (1024 * 1024)} MB, which no page is");

    private static Error Bomb(string name) => ImportErrors.UnsafeZip($"“{Shown(name)}” unpacks to more than {MostShrinking} times its size");

    // CRC-32 as zip files use it.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }

    private static bool IsTrick(string name) =>
        name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Any(char.IsControl) || name.Split('/').Contains("..", StringComparer.Ordinal);

    private static string Shown(string name)
    {
        var plain = string.Concat(name.Where(c => !char.IsControl(c)));
        return plain.Length > 80 ? $"{plain[..80]}…" : plain;
    }
}
