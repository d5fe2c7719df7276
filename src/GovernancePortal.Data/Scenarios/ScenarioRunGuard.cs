using GovernancePortal.Domain.Ledger;
using GovernancePortal.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovernancePortal.Data.Scenarios;

/// <summary>
/// Refuses a save that would change or delete a run, delete a scenario, or write one without an entry in the ledger: whoever tries it has made a mistake in the code.
/// </summary>
internal sealed class ScenarioRunGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        if (context is null) return;
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
