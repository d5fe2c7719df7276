using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Ledger;

/// <summary>Gives facts their places in the ledger, inside the transaction of the save that they belong to. A save that is tried again claims places anew.</summary>
internal sealed class LedgerAppend(PortalDbContext db)
{
    private readonly List<object> _rows = [];
    private LedgerEntry? _last;

    /// <summary>
    /// Claims the next places and adds the entries and completed subtrees to the context. The first statement locks the head row until the
    /// transaction ends, so whoever appends at the same time, in this process or another, waits here.
    /// </summary>
    public async Task AddAsync(IReadOnlyList<LedgerFact> facts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.LedgerHead.ExecuteUpdateAsync(set => set.SetProperty(h => h.Size, h => h.Size + facts.Count), cancellationToken);
        var head = await db.LedgerHead.AsNoTracking().SingleAsync(cancellationToken);
        var frontier = MerkleFrontier.FromBytes(head.Frontier);
        if (frontier is null || frontier.Size != head.Size - facts.Count) throw new InvalidOperationException("The ledger's head is damaged; verify the ledger.");

        var completed = new List<MerkleNode>();
        foreach (var fact in facts)
        {
            _last = LedgerEntry.Append(frontier.Size, now, fact);
            frontier.Append(_last.LeafHash, completed);
            _rows.Add(_last);
        }

        var edge = frontier.ToBytes();
        await db.LedgerHead.ExecuteUpdateAsync(set => set.SetProperty(h => h.Frontier, edge), cancellationToken);
        _rows.AddRange(completed);
        db.AddRange(_rows);
    }

    /// <summary>Asked after a commit that nobody confirmed.</summary>
    public Task<bool> WasCommittedAsync(CancellationToken cancellationToken) =>
        _last is not { Sequence: var sequence, LeafHash: var hash }
            ? Task.FromResult(false)
            : db.LedgerEntries.AnyAsync(e => e.Sequence == sequence && e.LeafHash == hash, cancellationToken);

    /// <summary>Takes the rows out of the context again: written they are never touched, not written they never were.</summary>
    public void Detach()
    {
        foreach (var row in _rows) db.Entry(row).State = EntityState.Detached;
        _rows.Clear();
    }
}
