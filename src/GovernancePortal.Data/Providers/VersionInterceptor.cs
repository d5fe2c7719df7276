using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Providers;

/// <summary>Counts <c>Version</c> up on every change. SQLite has no rowversion, so the application counts on both databases.</summary>
internal sealed class VersionInterceptor : SavingInterceptor
{
    protected override void Look(DbContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries().Where(e => e.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is not { IsConcurrencyToken: true } property) continue;
            var version = entry.Property(property.Name);
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }
}
