using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace GovernancePortal.Data.Incidents;

/// <summary>
/// Refuses a save that would delete something of an incident, write over what was written, or change it without an entry in the ledger: whoever tries it
/// has made a mistake in the code.
/// </summary>
internal sealed class IncidentGuard : SavingInterceptor
{
    /// <summary>What may be added once to what was written: a decision, or that it was struck.</summary>
    private static readonly Dictionary<Type, string[]> AddedOnce = new()
    {
        [typeof(IncidentAttribution)] =
        [
            nameof(IncidentAttribution.DecidedBy), nameof(IncidentAttribution.DecidedAt), nameof(IncidentAttribution.RefusalReason), nameof(IncidentAttribution.InForceFrom),
            nameof(IncidentAttribution.StruckAt),
        ],
        [typeof(IncidentAction)] = [nameof(IncidentAction.State), nameof(IncidentAction.DecidedBy), nameof(IncidentAction.DecidedAt), nameof(IncidentAction.DropReason)],
        [typeof(IncidentEvent)] = [nameof(IncidentEvent.StruckAt), nameof(IncidentEvent.StruckBy), nameof(IncidentEvent.StruckReason)],
        [typeof(IncidentLink)] = [],
        [typeof(IncidentCorrection)] = [],
    };

    private static readonly string[] OfState = [nameof(Incident.State), nameof(Incident.ClosedBy), nameof(Incident.ClosedAt), nameof(Incident.Version)];
    private static readonly string[] OfCause = [nameof(Incident.AiInvolvement), nameof(Incident.Factors)];
    private static readonly string[] Never = [nameof(Incident.Id), nameof(Incident.Number), nameof(Incident.Serial), nameof(Incident.ReportedBy), nameof(Incident.ReportedAt)];

    protected override void Look(DbContext context)
    {
        var all = context.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var touched = all.Where(e => e.Entity is Incident || AddedOnce.ContainsKey(e.Entity.GetType())).ToList();
        if (touched.Count == 0) return;

        foreach (var entry in touched)
        {
            if (entry.State == EntityState.Deleted) throw Fault(entry, "was deleted");
            if (entry.State == EntityState.Modified) CheckChange(entry, touched);
        }

        CheckLedger(all, touched);
    }

    private static void CheckChange(EntityEntry entry, IReadOnlyList<EntityEntry> touched)
    {
        var changed = entry.Properties.Where(p => p.IsModified).ToList();
        if (entry.Entity is Incident incident)
        {
            if (changed.Find(p => !IsAccountedFor(p.Metadata.Name, incident, touched)) is { } silent) throw Fault(entry, $"lost its {silent.Metadata.Name} without a word");
            return;
        }

        var once = AddedOnce[entry.Entity.GetType()];
        var overwritten = changed.Find(p => !once.Contains(p.Metadata.Name, StringComparer.Ordinal) || p.OriginalValue is not (null or IncidentActionState.Open));
        if (overwritten is not null) throw Fault(entry, $"lost its {overwritten.Metadata.Name}");
    }

    // The incident itself carries the facts and the cause in force; each changes together with the row that keeps what stood before.
    private static bool IsAccountedFor(string property, Incident incident, IReadOnlyList<EntityEntry> touched)
    {
        if (OfState.Contains(property, StringComparer.Ordinal)) return true;
        if (Never.Contains(property, StringComparer.Ordinal)) return false;
        if (OfCause.Contains(property, StringComparer.Ordinal)) return touched.Any(e => e.Entity is IncidentAttribution { State: AttributionState.InForce } a && a.IncidentId == incident.Id && a.Involvement == incident.AiInvolvement && a.Factors == incident.Factors);
        return touched.Any(e => e is { State: EntityState.Added, Entity: IncidentCorrection c } && c.IncidentId == incident.Id);
    }

    private static void CheckLedger(IReadOnlyList<EntityEntry> all, IReadOnlyList<EntityEntry> touched)
    {
        var made = touched.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<Incident>().Select(i => i.Id).ToHashSet();
        var told = all.Where(e => e.State == EntityState.Added).Select(e => e.Entity).OfType<LedgerEntry>().Select(e => e.Subject).ToHashSet(StringComparer.Ordinal);
        var silent = touched.FirstOrDefault(e => IncidentOf(e) is var id && !made.Contains(id) && !told.Contains($"incident:{id}"));
        if (silent is not null) throw Fault(silent, "was changed without an entry in the ledger");
    }

    private static IncidentId IncidentOf(EntityEntry entry) => entry.Entity is Incident incident ? incident.Id : (IncidentId)entry.Property(nameof(IncidentAttribution.IncidentId)).CurrentValue!;

    private static InvalidOperationException Fault(EntityEntry entry, string what) => new($"What is written about an incident stays written: {(entry.Entity is Incident ? "an incident" : $"an {entry.Metadata.ShortName()}")} {what}.");
}
