using System.Buffers;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace GovernancePortal.Domain.Ledger;

/// <summary>Builds the bytes of an entry that are hashed, from its columns and without parsing the payload. Reuses one buffer: not for two threads.</summary>
/// <remarks>
/// The bytes are the canonical JSON of the entry. Its property names are constants in canonical order, actor, kind and subject hold nothing that would be
/// escaped, and the payload is canonical already, so that joining the parts is enough. No two different rows give the same bytes.
/// </remarks>
public sealed class LedgerEntryEncoder
{
    private const int FixedLength = 512; // names, punctuation, time and number need about 130, the three short columns at most 264
    private const int BytesPerCharacter = 3;
    private byte[] _buffer = new byte[2048];

    /// <summary>The entry's canonical JSON in UTF-8, valid until the next call; false when a column holds what no entry can hold.</summary>
    public bool TryEncode(in LedgerColumns entry, out ReadOnlySpan<byte> bytes)
    {
        var written = TryWrite(entry, out var length);
        bytes = written ? _buffer.AsSpan(1, length - 1) : [];
        return written;
    }

    /// <summary>The leaf hash; false when a column holds what no entry can hold.</summary>
    public bool TryHash(in LedgerColumns entry, Span<byte> hash)
    {
        if (!TryWrite(entry, out var length)) return false;
        SHA256.HashData(_buffer.AsSpan(0, length), hash);
        return true;
    }

    // The buffer starts with the leaf's prefix, so that the hash is taken in one piece.
    private bool TryWrite(in LedgerColumns entry, out int length)
    {
        length = 0;
        if (entry.Sequence is < 0 or > LedgerEntry.MaxSequence || entry.At.UtcTicks % TimeSpan.TicksPerMillisecond != 0) return false;
        if (!LedgerFact.IsToken(entry.ActorId, LedgerFact.ActorIdMaxLength)) return false;
        if (!LedgerFact.IsToken(entry.Kind, LedgerFact.KindMaxLength)) return false;
        if (!LedgerFact.IsToken(entry.Subject, LedgerFact.SubjectMaxLength)) return false;
        if (string.IsNullOrEmpty(entry.Payload)) return false;

        var needed = FixedLength + (entry.Payload.Length * BytesPerCharacter);
        if (_buffer.Length < needed) _buffer = new byte[needed * 2];

        var rest = _buffer.AsSpan();
        rest[0] = MerkleHash.LeafPrefix;
        rest = rest[1..];
        var whole = Copy("{\"actor\":\""u8, ref rest)
            && Text(entry.ActorId, ref rest)
            && Copy("\",\"at\":\""u8, ref rest)
            && Time(entry.At, ref rest)
            && Copy("\",\"kind\":\""u8, ref rest)
            && Text(entry.Kind, ref rest)
            && Copy("\",\"payload\":"u8, ref rest)
            && Text(entry.Payload, ref rest)
            && Copy(",\"seq\":"u8, ref rest)
            && Number(entry.Sequence, ref rest)
            && Copy(",\"subject\":\""u8, ref rest)
            && Text(entry.Subject, ref rest)
            && Copy("\",\"v\":1}"u8, ref rest);

        length = _buffer.Length - rest.Length;
        return whole;
    }

    private static bool Copy(ReadOnlySpan<byte> text, ref Span<byte> rest)
    {
        text.CopyTo(rest);
        rest = rest[text.Length..];
        return true;
    }

    // Half of a surrogate pair is refused, not replaced: a replacement would let two different payloads share a hash.
    private static bool Text(string text, ref Span<byte> rest)
    {
        var status = Utf8.FromUtf16(text, rest, out _, out var written, replaceInvalidSequences: false);
        rest = rest[written..];
        return status == OperationStatus.Done;
    }

    private static bool Number(long number, ref Span<byte> rest)
    {
        if (!number.TryFormat(rest, out var written)) return false;
        rest = rest[written..];
        return true;
    }

    // The round-trip format writes seven decimals; the entry keeps three.
    private static bool Time(DateTimeOffset at, ref Span<byte> rest)
    {
        const int throughMilliseconds = 23;
        if (!at.UtcDateTime.TryFormat(rest, out _, "O")) return false;
        rest[throughMilliseconds] = (byte)'Z';
        rest = rest[(throughMilliseconds + 1)..];
        return true;
    }
}
