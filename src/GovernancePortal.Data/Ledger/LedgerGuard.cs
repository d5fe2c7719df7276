using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovernancePortal.Data.Ledger;

/// <summary>Refuses a save that would change or delete what the ledger holds: whoever tries it has made a mistake in the code.</summary>
internal sealed class LedgerGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        if (context is null) return;
        var touched = context.ChangeTracker.Entries().FirstOrDefault(e =>
            e.State is EntityState.Modified or EntityState.Deleted && e.Entity is LedgerEntry or MerkleNode or LedgerCheckpoint or LedgerHead);
        if (touched is null) return;

        throw new InvalidOperationException($"The ledger only grows: a {touched.Metadata.ShortName()} was {touched.State.ToString().ToLowerInvariant()}.");
    }
}
