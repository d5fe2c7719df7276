using System.Buffers;

namespace GovernancePortal.Domain.Ledger;

/// <summary>Writes the log as the stand-alone verifier reads it: one line of canonical JSON for each entry, oldest first. See docs/ledger.md.</summary>
public sealed class LedgerExport(IBufferWriter<byte> output)
{
    private readonly LedgerEntryEncoder _encoder = new();

    /// <summary>Writes the entry's line; false, with nothing written, when the row is damaged and cannot be written as an entry.</summary>
    public bool TryWrite(in LedgerColumns entry)
    {
        if (entry.LeafHash is not { Length: MerkleHash.Size } || !_encoder.TryEncode(entry, out var bytes)) return false;

        output.Write("{\"entry\":"u8);
        output.Write(bytes);
        output.Write(",\"leaf\":\""u8);
        var hex = output.GetSpan(2 * MerkleHash.Size);
        Convert.TryToHexStringLower(entry.LeafHash, hex, out var written);
        output.Advance(written);
        output.Write("\"}\n"u8);
        return true;
    }
}
