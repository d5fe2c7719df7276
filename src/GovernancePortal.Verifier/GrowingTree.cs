using System.Security.Cryptography;

namespace GovernancePortal.Verifier;

/// <summary>The Merkle tree of RFC 9162 as a pile of finished subtrees: two of the same height on top become one.</summary>
internal sealed class GrowingTree
{
    private const int HashLength = SHA256.HashSizeInBytes;
    private readonly byte[] _pile = new byte[64 * HashLength];
    private readonly int[] _heights = new int[64];
    private int _top = -1;

    public long Count { get; private set; }

    public void Add(ReadOnlySpan<byte> leafHash)
    {
        _top++;
        _heights[_top] = 0;
        leafHash.CopyTo(Subtree(_top));
        Count++;

        while (_top > 0 && _heights[_top] == _heights[_top - 1])
        {
            Join(Subtree(_top - 1), Subtree(_top), Subtree(_top - 1));
            _top--;
            _heights[_top]++;
        }
    }

    public byte[] Root()
    {
        if (_top < 0) return SHA256.HashData([]);

        var root = Subtree(_top).ToArray();
        for (var i = _top - 1; i >= 0; i--) Join(Subtree(i), root, root);
        return root;
    }

    private Span<byte> Subtree(int position) => _pile.AsSpan(position * HashLength, HashLength);

    private static void Join(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> result)
    {
        Span<byte> both = stackalloc byte[1 + (2 * HashLength)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + HashLength)..]);
        SHA256.HashData(both, result);
    }
}
