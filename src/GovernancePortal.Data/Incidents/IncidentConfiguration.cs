using GovernancePortal.Data.Conventions;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Incidents;

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents", table => table.HasTrigger(KeptTriggers.NameFor("Incidents")));
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Number).HasMaxLength(Incident.NumberMaxLength);
        builder.Property(i => i.Title).HasMaxLength(IncidentFacts.TitleMaxLength);
        builder.Property(i => i.Systems).HasMaxLength(IncidentFacts.SystemsMaxLength);
        builder.Property(i => i.LossNote).HasMaxLength(IncidentFacts.LossNoteMaxLength);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Ignore(i => i.Facts);
        builder.Ignore(i => i.InForce);
        builder.Ignore(i => i.Waiting);

        // Two who report at once find the same next number; the second save meets this index and takes the number after it.
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasIndex(i => i.Serial);
        builder.HasIndex(i => new { i.StartedAt, i.Id });
        // Least grave first and gravest first, the newest of each first.
        builder.HasIndex(i => new { i.Severity, i.StartedAt, i.Id });
        builder.HasIndex(i => new { i.Severity, i.StartedAt, i.Id }, "IX_Incidents_Severity_Newest").IsDescending(false, true, false);
        builder.HasIndex(i => new { i.UnitId, i.StartedAt });
        builder.HasIndex(i => new { i.State, i.StartedAt });
        // Totals by involvement are read from the index alone.
        builder.HasIndex(i => new { i.AiInvolvement, i.Severity });
        builder.HasIndex(i => i.ReportedBy);
        builder.HasOne<Unit>().WithMany().HasForeignKey(i => i.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.ReportedBy).OnDelete(DeleteBehavior.Restrict);

        // Nothing of an incident goes when something else does.
        builder.HasMany(i => i.Attributions).WithOne().HasForeignKey(a => a.IncidentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Actions).WithOne().HasForeignKey(a => a.IncidentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Events).WithOne().HasForeignKey(e => e.IncidentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Links).WithOne().HasForeignKey(l => l.IncidentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Corrections).WithOne().HasForeignKey(c => c.IncidentId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(i => i.Attributions).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(i => i.Actions).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(i => i.Events).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(i => i.Links).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(i => i.Corrections).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
