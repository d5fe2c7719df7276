using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Ledger;

/// <summary>Refuses a save that would change or delete what the ledger holds: whoever tries it has made a mistake in the code.</summary>
internal sealed class LedgerGuard : SavingInterceptor
{
    protected override void Look(DbContext context)
    {
        var touched = context.ChangeTracker.Entries().FirstOrDefault(e =>
            e.State is EntityState.Modified or EntityState.Deleted && e.Entity is LedgerEntry or MerkleNode or LedgerCheckpoint or LedgerHead);
        if (touched is null) return;

        throw new InvalidOperationException($"The ledger only grows: a {touched.Metadata.ShortName()} was {touched.State.ToString().ToLowerInvariant()}.");
    }
}
