using System.Numerics;

namespace GovernancePortal.Domain.Ledger;

/// <summary>Root and checking of proofs after RFC 9162 section 2.1. Proofs are made by <see cref="MerkleProver"/>.</summary>
public static class MerkleTree
{
    /// <summary>The root over leaf hashes, by the definition in section 2.1.1.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leafHashes)
    {
        if (leafHashes.IsEmpty) return MerkleHash.EmptyRoot();
        if (leafHashes.Length == 1) return leafHashes[0];

        var split = (int)SplitPoint(leafHashes.Length);
        return MerkleHash.Node(Root(leafHashes[..split]), Root(leafHashes[split..]));
    }

    /// <summary>Whether the proof shows that this leaf is at this index of the tree with this size and root (section 2.1.3.2).</summary>
    public static bool VerifyInclusion(long index, long size, ReadOnlySpan<byte> leafHash, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || leafHash.Length != MerkleHash.Size || !AreHashes(proof)) return false;

        var (node, last) = (index, size - 1);
        var hash = leafHash.ToArray();
        foreach (var sibling in proof)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                SkipLevelsWithoutSibling(ref node, ref last);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Whether the proof shows that the second tree is the first with leaves appended and nothing else changed (section 2.1.4.2).</summary>
    public static bool VerifyConsistency(
        long firstSize, ReadOnlySpan<byte> firstRoot, long secondSize, ReadOnlySpan<byte> secondRoot, IReadOnlyList<byte[]> proof)
    {
        if (firstSize < 0 || firstSize > secondSize || !AreHashes(proof)) return false;
        if (firstSize == secondSize) return proof.Count == 0 && firstRoot.SequenceEqual(secondRoot);
        if (firstSize == 0) return proof.Count == 0 && firstRoot.SequenceEqual(MerkleHash.EmptyRoot()); // anything extends the empty tree
        if (proof.Count == 0) return false;

        // When the first tree is a complete subtree of the second, its root is known and left out of the proof.
        IEnumerable<byte[]> path = BitOperations.IsPow2(firstSize) ? proof.Prepend(firstRoot.ToArray()) : proof;
        var (node, last) = (firstSize - 1, secondSize - 1);
        while ((node & 1) == 1) (node, last) = (node >> 1, last >> 1);

        byte[]? first = null;
        byte[]? second = null;
        foreach (var hash in path)
        {
            if (first is null || second is null)
            {
                first = second = hash;
                continue;
            }

            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                first = MerkleHash.Node(hash, first);
                second = MerkleHash.Node(hash, second);
                SkipLevelsWithoutSibling(ref node, ref last);
            }
            else
            {
                second = MerkleHash.Node(second, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && firstRoot.SequenceEqual(first) && secondRoot.SequenceEqual(second);
    }

    /// <summary>The largest power of two below the size: where a tree of two or more leaves is divided.</summary>
    internal static long SplitPoint(long size) => 1L << BitOperations.Log2((ulong)size - 1);

    private static void SkipLevelsWithoutSibling(ref long node, ref long last)
    {
        while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
    }

    private static bool AreHashes(IReadOnlyList<byte[]> proof) => proof.All(hash => hash is { Length: MerkleHash.Size });
}
