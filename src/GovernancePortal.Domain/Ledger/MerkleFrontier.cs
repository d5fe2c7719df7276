using System.Buffers.Binary;
using System.Numerics;

namespace GovernancePortal.Domain.Ledger;

/// <summary>A complete subtree: the hash over the leaves from Index × 2^Level on, 2^Level of them.</summary>
public sealed record MerkleNode(int Level, long Index, byte[] Hash);

/// <summary>
/// The right edge of a growing tree: one hash for each complete subtree that the leaves so far fall into, 40 hashes for a million million leaves.
/// It is all that is needed to append and to know the root.
/// </summary>
public sealed class MerkleFrontier
{
    /// <summary>Every eighth level is kept by the store, so that a proof reads a few runs of at most 256 hashes instead of the whole log.</summary>
    public const int StoredLevelStep = 8;

    private const int MaxLevels = 63;
    private const int HeaderLength = sizeof(long);

    // The subtree of level n is present when bit n of the size is set.
    private readonly byte[] _hashes = new byte[MaxLevels * MerkleHash.Size];

    /// <summary>Number of leaves.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf; subtrees that it completes and that the store is to keep are added to <paramref name="completed"/>.</summary>
    public void Append(ReadOnlySpan<byte> leafHash, ICollection<MerkleNode>? completed = null)
    {
        if (leafHash.Length != MerkleHash.Size) throw new ArgumentException("A leaf hash has 32 bytes.", nameof(leafHash));

        Span<byte> carry = stackalloc byte[MerkleHash.Size];
        leafHash.CopyTo(carry);
        var level = 0;
        for (; ((Size >> level) & 1) == 1; level++)
        {
            MerkleHash.Node(At(level), carry, carry);
            var completedLevel = level + 1;
            if (completedLevel % StoredLevelStep == 0) completed?.Add(new MerkleNode(completedLevel, Size >> completedLevel, carry.ToArray()));
        }

        carry.CopyTo(At(level));
        Size++;
    }

    public byte[] Root()
    {
        if (Size == 0) return MerkleHash.EmptyRoot();

        var level = BitOperations.TrailingZeroCount(Size);
        var root = At(level).ToArray();
        for (level++; Size >> level > 0; level++)
        {
            if (((Size >> level) & 1) == 1) MerkleHash.Node(At(level), root, root);
        }

        return root;
    }

    /// <summary>The size as eight bytes, most significant first, then the hashes from the largest subtree to the smallest.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[LengthFor(Size)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Size);
        var rest = bytes.AsSpan(HeaderLength);
        for (var level = MaxLevels - 1; level >= 0; level--)
        {
            if (((Size >> level) & 1) == 0) continue;
            At(level).CopyTo(rest);
            rest = rest[MerkleHash.Size..];
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null when it is something else.</summary>
    public static MerkleFrontier? FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength) return null;
        var size = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (size < 0 || bytes.Length != LengthFor(size)) return null;

        var frontier = new MerkleFrontier { Size = size };
        var rest = bytes[HeaderLength..];
        for (var level = MaxLevels - 1; level >= 0; level--)
        {
            if (((size >> level) & 1) == 0) continue;
            rest[..MerkleHash.Size].CopyTo(frontier.At(level));
            rest = rest[MerkleHash.Size..];
        }

        return frontier;
    }

    private static int LengthFor(long size) => HeaderLength + (BitOperations.PopCount((ulong)size) * MerkleHash.Size);

    private Span<byte> At(int level) => _hashes.AsSpan(level * MerkleHash.Size, MerkleHash.Size);
}
