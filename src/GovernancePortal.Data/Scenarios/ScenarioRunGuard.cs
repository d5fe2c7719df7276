using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Scenarios;

/// <summary>
/// Refuses a save that would change or delete a run, delete a scenario, or write one without an entry in the ledger: whoever tries it has made a mistake in the code.
/// </summary>
internal sealed class ScenarioRunGuard : SavingInterceptor
{
    protected override void Look(DbContext context)
    {
        var all = context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var touched = all.FindAll(e => e.Entity is Scenario or ScenarioRun);
        if (touched.Count == 0) return;

        if (touched.Exists(e => e is { Entity: ScenarioRun, State: not EntityState.Added })) throw new InvalidOperationException("A run stays as it was: one was changed or deleted.");
        if (touched.Exists(e => e is { Entity: Scenario, State: EntityState.Deleted })) throw new InvalidOperationException("A scenario is archived, never deleted.");

        var told = all.Select(e => e.Entity).OfType<LedgerEntry>().Select(e => e.Subject).ToHashSet(StringComparer.Ordinal);
        if (touched.Exists(e => !told.Contains($"scenario:{IdOf(e.Entity)}"))) throw new InvalidOperationException("A scenario was changed without an entry in the ledger.");
    }

    private static ScenarioId IdOf(object entity) => entity is Scenario scenario ? scenario.Id : ((ScenarioRun)entity).ScenarioId;
}
