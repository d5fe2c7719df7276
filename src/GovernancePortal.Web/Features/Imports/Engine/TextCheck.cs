using System.Globalization;
using System.Text;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Looks at a file while it streams by: is it text, and in which encoding.</summary>
/// <param name="takesZip">Whether a zip file may come instead of text; its content is checked when it is read.</param>
internal sealed class TextCheck(bool takesZip = false)
{
    private static readonly (byte[] Magic, string Name)[] KnownBinaries =
        [
            ([0x50, 0x4B, 0x03, 0x04], "an Excel workbook or another zip file"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
            ([0x1F, 0x8B], "a gzip file"),
            ([0x25, 0x50, 0x44, 0x46], "a PDF"),
            ([0x89, 0x50, 0x4E, 0x47], "a picture"),
        ];

    private readonly Decoder _utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
    private readonly char[] _chars = new char[128 * 1024];
    private bool _started;
    private bool _utf16;
    private bool _zip;
    private long _read;

    /// <summary>The reason to refuse, or null while nothing speaks against the file.</summary>
    public Error? Refusal { get; private set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (Refusal is not null || bytes.IsEmpty) return;
        if (!_started) Begin(bytes);
        if (Refusal is null && !_utf16 && !_zip) CheckUtf8(bytes);
        _read += bytes.Length;
    }

    private void Begin(ReadOnlySpan<byte> bytes)
    {
        _started = true;
        _zip = takesZip && bytes.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]);
        if (_zip) return;
        foreach (var (magic, name) in KnownBinaries)
        {
            if (bytes.StartsWith(magic)) Refusal = ImportErrors.Binary(name);
        }

        _utf16 = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
    }

    private void CheckUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
        {
            Refusal = ImportErrors.Binary("a binary file, or UTF-16 without its mark");
            return;
        }

        try
        {
            for (var rest = bytes; !rest.IsEmpty;)
            {
                _utf8.Convert(rest, _chars, flush: false, out var used, out _, out _);
                rest = rest[used..];
            }
        }
        catch (DecoderFallbackException exception)
        {
            var wrong = exception.BytesUnknown is { Length: > 0 } unknown ? unknown[0] : bytes[0];
            var position = _read + Math.Max(0, exception.Index);
            Refusal = ImportErrors.Encoding($"byte 0x{wrong:X2} near position {position.ToString("N0", CultureInfo.InvariantCulture)} looks like Windows-1252 or Latin-1");
        }
    }
}
