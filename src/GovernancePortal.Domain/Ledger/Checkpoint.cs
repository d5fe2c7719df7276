using System.Globalization;
using System.Text;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Ledger;

/// <summary>What the ledger was at one moment: kept somewhere else, it shows any later change to those entries. Text form after C2SP's tlog-checkpoint.</summary>
/// <param name="Origin">The ledger's name, which is also the name of its signing key.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">Merkle root over them.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The bytes that are signed: three lines, each with its line feed.</summary>
    public byte[] ToSignedBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Reads the text in front of the blank line, with its last line feed. Lines after the third are extensions; they are signed but not interpreted.</summary>
    internal static Result<Checkpoint> Parse(string text)
    {
        if (!text.EndsWith('\n')) return LedgerErrors.CheckpointMalformed("the text does not end with a line feed");
        var lines = text[..^1].Split('\n');
        if (lines.Length < 3) return LedgerErrors.CheckpointMalformed("it needs a line each for the origin, the size and the root");
        if (lines.Any(l => l.Length == 0 || l.Any(char.IsControl))) return LedgerErrors.CheckpointMalformed("a line is empty or holds control characters");

        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !string.Equals(size.ToString(CultureInfo.InvariantCulture), lines[1], StringComparison.Ordinal))
        {
            return LedgerErrors.CheckpointMalformed("the second line is not a size");
        }

        if (StrictBase64.Decode(lines[2]) is not { Length: MerkleHash.Size } root) return LedgerErrors.CheckpointMalformed("the third line is not a root hash in base64");
        return new Checkpoint(lines[0], size, root);
    }
}
