using System.Numerics;

namespace GovernancePortal.Domain.Ledger;

/// <summary>Where a prover reads hashes: leaf hashes (level 0) and the stored complete subtrees (levels 8, 16, 24 and so on).</summary>
public interface IMerkleSource
{
    /// <summary>Hashes <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> - 1 of the level, in order; at most 256.</summary>
    ValueTask<IReadOnlyList<byte[]>> ReadAsync(int level, long first, int count, CancellationToken cancellationToken);
}

/// <summary>
/// Makes the proofs of RFC 9162 sections 2.1.3.1 and 2.1.4.1 for the first leaves of a log. Hashes are read in runs of 256 as they are needed,
/// so that a proof over ten million entries takes about five reads. One prover serves one request.
/// </summary>
public sealed class MerkleProver(IMerkleSource source, long size)
{
    private const int RunLength = 1 << MerkleFrontier.StoredLevelStep;
    private readonly Dictionary<(int Level, long Run), IReadOnlyList<byte[]>> _runs = [];

    public async ValueTask<byte[]> RootAsync(CancellationToken cancellationToken = default) =>
        size == 0 ? MerkleHash.EmptyRoot() : await HashAsync(0, size, cancellationToken);

    /// <summary>The path from the leaf to the root.</summary>
    public async ValueTask<IReadOnlyList<byte[]>> InclusionAsync(long index, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);

        var siblings = new List<(long Start, long Length)>();
        var (start, length) = (0L, size);
        while (length > 1)
        {
            var split = MerkleTree.SplitPoint(length);
            if (index - start < split)
            {
                siblings.Add((start + split, length - split));
                length = split;
            }
            else
            {
                siblings.Add((start, split));
                (start, length) = (start + split, length - split);
            }
        }

        siblings.Reverse();
        return await HashesAsync(siblings, cancellationToken);
    }

    /// <summary>The proof that the tree over all leaves extends the tree over the first <paramref name="firstSize"/>.</summary>
    public async ValueTask<IReadOnlyList<byte[]>> ConsistencyAsync(long firstSize, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstSize, size);
        if (firstSize == 0 || firstSize == size) return [];

        var parts = new List<(long Start, long Length)>();
        var (start, length, remaining, isFirstRootKnown) = (0L, size, firstSize, true);
        while (remaining != length)
        {
            var split = MerkleTree.SplitPoint(length);
            if (remaining <= split)
            {
                parts.Add((start + split, length - split));
                length = split;
            }
            else
            {
                parts.Add((start, split));
                (start, length, remaining, isFirstRootKnown) = (start + split, length - split, remaining - split, false);
            }
        }

        if (!isFirstRootKnown) parts.Add((start, length));
        parts.Reverse();
        return await HashesAsync(parts, cancellationToken);
    }

    private async ValueTask<IReadOnlyList<byte[]>> HashesAsync(List<(long Start, long Length)> parts, CancellationToken cancellationToken)
    {
        var hashes = new byte[parts.Count][];
        for (var i = 0; i < parts.Count; i++) hashes[i] = await HashAsync(parts[i].Start, parts[i].Length, cancellationToken);
        return hashes;
    }

    // The ranges come from dividing the tree, so a range whose length is a power of two is a complete subtree.
    private async ValueTask<byte[]> HashAsync(long start, long length, CancellationToken cancellationToken)
    {
        if (BitOperations.IsPow2(length)) return await SubtreeAsync(BitOperations.Log2((ulong)length), start, cancellationToken);

        var split = MerkleTree.SplitPoint(length);
        var left = await HashAsync(start, split, cancellationToken);
        var right = await HashAsync(start + split, length - split, cancellationToken);
        return MerkleHash.Node(left, right);
    }

    private async ValueTask<byte[]> SubtreeAsync(int level, long start, CancellationToken cancellationToken)
    {
        var above = level % MerkleFrontier.StoredLevelStep;
        var storedLevel = level - above;
        var index = start >> storedLevel;
        var run = await RunAsync(storedLevel, index / RunLength, cancellationToken);

        var hashes = new byte[1 << above][];
        for (var i = 0; i < hashes.Length; i++) hashes[i] = run[(int)(index % RunLength) + i];
        return MerkleTree.Root(hashes);
    }

    private async ValueTask<IReadOnlyList<byte[]>> RunAsync(int level, long run, CancellationToken cancellationToken)
    {
        if (_runs.TryGetValue((level, run), out var known)) return known;

        var first = run * RunLength;
        var count = (int)Math.Min(RunLength, (size >> level) - first);
        var hashes = await source.ReadAsync(level, first, count, cancellationToken);
        if (hashes.Count != count) throw new LedgerDamagedException($"The store holds {hashes.Count} of {count} hashes of level {level} from {first} on.");
        if (hashes.Any(h => h.Length != MerkleHash.Size)) throw new LedgerDamagedException($"The store holds something else than hashes in level {level} from {first} on.");
        return _runs[(level, run)] = hashes;
    }
}
