namespace GovernancePortal.Domain.Ledger;

/// <summary>What a verification found.</summary>
/// <param name="Entries">Entries that were read and found right, from the first on.</param>
/// <param name="Root">Merkle root over those entries.</param>
/// <param name="CheckpointsMatched">How many of the checkpoints agree.</param>
/// <param name="Fault">The first thing wrong, or null when the ledger is whole.</param>
public sealed record LedgerVerdict(long Entries, byte[] Root, int CheckpointsMatched, LedgerFault? Fault)
{
    public bool IsWhole => Fault is null;
}

/// <summary>
/// Checks a ledger entry by entry in the order of the store, and finds the first fault. Signatures of the checkpoints are checked before they come here.
/// The caller reads, shows progress from <see cref="Count"/> and may stop at any entry.
/// </summary>
public sealed class LedgerVerification
{
    private readonly LedgerEntryEncoder _encoder = new();
    private readonly MerkleFrontier _frontier = new();
    private readonly Checkpoint[] _checkpoints;
    private readonly Func<int, long, byte[]?>? _storedNode;
    private readonly List<MerkleNode> _completed = [];
    private int _checkpointsMatched;

    /// <param name="checkpoints">Checkpoints to compare with, of any size and in any order; those kept outside the database are worth most.</param>
    /// <param name="storedNode">The subtree hash that the store holds for a level and index; null skips that check.</param>
    public LedgerVerification(IEnumerable<Checkpoint> checkpoints, Func<int, long, byte[]?>? storedNode = null)
    {
        _checkpoints = [.. checkpoints.OrderBy(c => c.Size)];
        _storedNode = storedNode;
        CompareCheckpoints();
    }

    /// <summary>Entries found right so far, which is also the sequence expected next.</summary>
    public long Count => _frontier.Size;

    public LedgerFault? Fault { get; private set; }

    /// <summary>Takes the next row of the store. False when the ledger is at fault; rows after a missing entry are still worth handing over, to tell missing from displaced.</summary>
    public bool Add(in LedgerColumns entry)
    {
        if (Fault is not null)
        {
            if (Fault.Kind == LedgerFaultKind.Missing && entry.Sequence == Fault.First) Fault = new(LedgerFaultKind.OutOfOrder, Fault.First, Fault.First);
            return false;
        }

        if (entry.Sequence < 0) return Fail(LedgerFaultKind.Malformed, Count);
        if (entry.Sequence < Count) return Fail(LedgerFaultKind.Duplicate, entry.Sequence);
        if (entry.Sequence > Count) return Fail(LedgerFaultKind.Missing, Count);

        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        if (!_encoder.TryHash(entry, hash)) return Fail(LedgerFaultKind.Malformed, entry.Sequence);
        if (!hash.SequenceEqual(entry.LeafHash)) return Fail(LedgerFaultKind.Altered, entry.Sequence);

        _frontier.Append(hash, _storedNode is null ? null : _completed);
        return CompareSubtrees() && CompareCheckpoints();
    }

    /// <summary>Says that the store has no more rows.</summary>
    public LedgerVerdict Complete()
    {
        if (Fault is null && _checkpointsMatched < _checkpoints.Length) Fault = new(LedgerFaultKind.Truncated, Count, _checkpoints[_checkpointsMatched].Size - 1);
        return new LedgerVerdict(Count, _frontier.Root(), _checkpointsMatched, Fault);
    }

    private bool CompareSubtrees()
    {
        foreach (var node in _completed)
        {
            if (node.Hash.AsSpan().SequenceEqual(_storedNode!(node.Level, node.Index))) continue;
            return Fail(LedgerFaultKind.SubtreeDiffers, node.Index << node.Level, Count - 1);
        }

        _completed.Clear();
        return true;
    }

    private bool CompareCheckpoints()
    {
        for (; _checkpointsMatched < _checkpoints.Length && _checkpoints[_checkpointsMatched].Size == Count; _checkpointsMatched++)
        {
            if (_frontier.Root().AsSpan().SequenceEqual(_checkpoints[_checkpointsMatched].Root)) continue;

            // What an earlier checkpoint agrees with is not at fault.
            var from = _checkpoints.Take(_checkpointsMatched).LastOrDefault(c => c.Size < Count)?.Size ?? 0;
            return Fail(LedgerFaultKind.RootDiffers, from, Math.Max(Count - 1, 0));
        }

        return true;
    }

    private bool Fail(LedgerFaultKind kind, long first, long? last = null)
    {
        Fault = new LedgerFault(kind, first, last ?? first);
        return false;
    }
}
