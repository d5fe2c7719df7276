using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Ledger;

/// <summary>
/// Lets one save of this process at a time append to a SQLite file, first come first served. SQLite's own wait for the writer is a poll whose
/// pauses grow, which starves some writers while the file is idle. SQL Server queues on the head row by itself.
/// </summary>
internal sealed class LedgerTurn : IDisposable
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate;

    private LedgerTurn(SemaphoreSlim gate) => _gate = gate;

    public static async Task<LedgerTurn?> TakeAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite()) return null;

        var gate = Gates.GetOrAdd(db.Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        return new LedgerTurn(gate);
    }

    public void Dispose() => _gate.Release();
}
