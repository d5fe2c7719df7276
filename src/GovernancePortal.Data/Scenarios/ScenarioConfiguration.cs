using GovernancePortal.Data.Conventions;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Scenarios;

internal sealed class ScenarioConfiguration : IEntityTypeConfiguration<Scenario>, IEntityTypeConfiguration<ScenarioRun>
{
    private const int ActorMaxLength = 80;
    private const int ActorNameMaxLength = 200;
    private const int VerdictMaxLength = 40;
    private const int VersionMaxLength = 20;

    public void Configure(EntityTypeBuilder<Scenario> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(Scenario.NameMaxLength);
        builder.Property(s => s.Note).HasMaxLength(Scenario.NoteMaxLength);
        builder.Property(s => s.Author).HasMaxLength(ActorMaxLength);
        builder.Property(s => s.AuthorName).HasMaxLength(ActorNameMaxLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.Input);
        builder.Ignore(s => s.Reasons);
        builder.HasIndex(s => new { s.State, s.Name, s.Id });
        builder.HasIndex(s => s.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ScenarioRun> builder)
    {
        builder.ToTable(ScenarioTriggers.Table, table => table.HasTrigger(KeptTriggers.NameFor(ScenarioTriggers.Table)));
        // Two who run at once find the same next number; the second save meets this key.
        builder.HasKey(r => new { r.ScenarioId, r.Number });
        builder.Property(r => r.Number).ValueGeneratedNever();
        builder.Property(r => r.ModelVersion).HasMaxLength(VersionMaxLength);
        builder.Property(r => r.RanBy).HasMaxLength(ActorMaxLength);
        builder.Property(r => r.RanByName).HasMaxLength(ActorNameMaxLength);
        builder.Property(r => r.Changes).HasMaxLength(ScenarioRun.ChangesMaxLength);
        builder.Property(r => r.Best).HasMaxLength(Scenario.PolicyNameMaxLength);
        builder.Property(r => r.Verdict).HasMaxLength(VerdictMaxLength);
        builder.Ignore(r => r.Input);
        builder.Ignore(r => r.Reasons);
        builder.Ignore(r => r.Report);
        builder.HasOne<Scenario>().WithMany().HasForeignKey(r => r.ScenarioId).OnDelete(DeleteBehavior.Restrict);
    }
}
