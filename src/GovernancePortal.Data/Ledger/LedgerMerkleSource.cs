using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Ledger;

/// <summary>Reads the hashes that a proof needs from the database.</summary>
public sealed class LedgerMerkleSource(PortalDbContext db) : IMerkleSource
{
    public async ValueTask<IReadOnlyList<byte[]>> ReadAsync(int level, long first, int count, CancellationToken cancellationToken)
    {
        var end = first + count;
        return level == 0
            ? await db.LedgerEntries.Where(e => e.Sequence >= first && e.Sequence < end)
                .OrderBy(e => e.Sequence)
                .Select(e => e.LeafHash)
                .ToListAsync(cancellationToken)
            : await db.LedgerNodes.Where(n => n.Level == level && n.Index >= first && n.Index < end)
                .OrderBy(n => n.Index)
                .Select(n => n.Hash)
                .ToListAsync(cancellationToken);
    }
}
