using System.Text.Json;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Adoption;

internal sealed class EvidenceConfiguration
    : IEntityTypeConfiguration<EvaluationRecord>,
        IEntityTypeConfiguration<EvaluationSignal>,
        IEntityTypeConfiguration<OutcomeReading>,
        IEntityTypeConfiguration<GuardrailReading>
{
    public void Configure(EntityTypeBuilder<EvaluationRecord> builder)
    {
        builder.ToTable("TargetEvaluations");
        // Findings are always read with their evaluation and never searched, so they are one column instead of a dozen rows for each night.
        builder
            .Property(e => e.Findings)
            .HasConversion(
                findings => JsonSerializer.Serialize(findings, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<List<GuardrailFinding>>(json, JsonSerializerOptions.Default)!,
                new ValueComparer<IReadOnlyList<GuardrailFinding>>((a, b) => a!.SequenceEqual(b!), f => f.Count, f => f)
            );
        builder.Ignore(e => e.ActivityFinding);
        builder.Property(e => e.ActivityWords).HasMaxLength(EvaluationRecord.ActivityMaxLength);
        builder.HasIndex(e => new { e.TargetId, e.Date }).IsUnique();
        builder.HasOne<AdoptionTarget>().WithMany().HasForeignKey(e => e.TargetId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EvaluationSignal> builder) => builder.Property(s => s.Cause).HasMaxLength(EvaluationSignal.CauseMaxLength);

    public void Configure(EntityTypeBuilder<OutcomeReading> builder)
    {
        builder.Property(r => r.Metric).HasMaxLength(AdoptionTarget.MetricMaxLength);
        builder.Property(r => r.Source).HasMaxLength(OutcomeReading.SourceMaxLength);
        builder.HasIndex(r => new { r.UnitId, r.Metric, r.Date }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<GuardrailReading> builder)
    {
        builder.Property(r => r.Source).HasMaxLength(OutcomeReading.SourceMaxLength);
        builder.HasIndex(r => new { r.UnitId, r.Type, r.Date }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
