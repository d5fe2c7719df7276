using System.Security.Cryptography;

namespace GovernancePortal.Verifier;

/// <summary>Reads the log once, line by line, and compares what it hashes to with the claims.</summary>
internal static class LogCheck
{
    private const int HashLength = SHA256.HashSizeInBytes;

    public static void Run(Stream log, Claim checkpoint, Claim? previous)
    {
        var tree = new GrowingTree();
        var lines = new LineReader(log);
        Span<byte> leaf = stackalloc byte[HashLength];
        Span<byte> written = stackalloc byte[HashLength];

        Compare(tree, previous, "older checkpoint");
        while (lines.TryRead(out var line))
        {
            var number = tree.Count + 1;
            if (tree.Count == checkpoint.Size)
            {
                throw new RejectedException($"The log goes on with line {number}, but the checkpoint counts {checkpoint.Size} entries and does not cover what follows.");
            }

            var entry = EntryLine.Read(line, number);
            if (entry.Sequence != tree.Count) throw new RejectedException(WrongPlace(number, entry.Sequence + 1));

            // The byte in front of the entry is the colon after its name: with a zero in its place the leaf is hashed where it lies.
            line[entry.Start - 1] = 0;
            SHA256.HashData(line[(entry.Start - 1)..entry.End], leaf);
            Convert.FromHexString(System.Text.Encoding.ASCII.GetString(line.Slice(entry.LeafStart, 2 * HashLength)), written, out _, out _);
            if (!leaf.SequenceEqual(written)) throw new RejectedException($"Entry #{number} was changed: its content does not have the hash that is written beside it.");

            tree.Add(leaf);
            Compare(tree, previous, "older checkpoint");
        }

        if (tree.Count < checkpoint.Size)
        {
            throw new RejectedException($"The log ends after {tree.Count} entries; the checkpoint counts {checkpoint.Size}. Entry #{tree.Count + 1} is missing.");
        }

        Compare(tree, checkpoint, "checkpoint");
    }

    private static void Compare(GrowingTree tree, Claim? claim, string what)
    {
        if (claim is null || claim.Size != tree.Count || tree.Root().AsSpan().SequenceEqual(claim.Root)) return;
        throw new RejectedException(
            $"The first {tree.Count} entries do not have the root that the {what} gives: one or more of them were rewritten together with their hashes.");
    }

    private static string WrongPlace(long expected, long found) => found < expected
        ? $"Line {expected} repeats entry #{found}; entry #{expected} belongs there."
        : $"Line {expected} holds entry #{found}; entry #{expected} belongs there and is missing or displaced.";
}
