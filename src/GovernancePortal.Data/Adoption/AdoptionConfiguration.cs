using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Adoption;

internal sealed class AdoptionConfiguration : IEntityTypeConfiguration<AdoptionTarget>, IEntityTypeConfiguration<Guardrail>, IEntityTypeConfiguration<Waiver>
{
    private const string GuardrailsField = "_guardrails";

    public void Configure(EntityTypeBuilder<AdoptionTarget> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Property(t => t.Template).HasMaxLength(GuardrailTemplate.KeyMaxLength).HasDefaultValue(GuardrailTemplates.Engineering.Key);
        builder.Property(t => t.Metric).HasMaxLength(AdoptionTarget.MetricMaxLength);
        builder.Property(t => t.OutcomeMetric).HasMaxLength(AdoptionTarget.MetricMaxLength);
        builder.Property(t => t.PauseReason).HasMaxLength(AdoptionTarget.ReasonMaxLength);
        builder.Property(t => t.CorrectiveAction).HasMaxLength(AdoptionTarget.ReasonMaxLength);
        builder.Property(t => t.RejectionReason).HasMaxLength(AdoptionTarget.ReasonMaxLength);
        builder.Ignore(t => t.Guardrails);
        builder.Ignore(t => t.Blockers);
        builder.Ignore(t => t.Waived);
        builder.Ignore(t => t.ReadinessText);
        builder.Ignore(t => t.Terms);

        builder.HasMany(typeof(Guardrail), GuardrailsField).WithOne().HasForeignKey(nameof(Guardrail.TargetId)).OnDelete(DeleteBehavior.Cascade);
        // A target cannot judge without its guardrails, so no query may load it without them.
        builder.Navigation(GuardrailsField).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();

        builder.HasIndex(t => t.Scope);
        builder.HasIndex(t => new { t.State, t.LastEvaluatedOn });
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => t.Scope).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Guardrail> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Key).HasMaxLength(Guardrail.KeyMaxLength);
        builder.Ignore(g => g.Settings);
        builder.Ignore(g => g.IsBlocking);
        builder.Ignore(g => g.IsWaived);
        builder.HasIndex(g => new { g.TargetId, g.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Waiver> builder)
    {
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.Property(w => w.GuardrailKey).HasMaxLength(Guardrail.KeyMaxLength);
        builder.Property(w => w.Reason).HasMaxLength(AdoptionTarget.ReasonMaxLength);
        builder.Property(w => w.EndReason).HasMaxLength(AdoptionTarget.ReasonMaxLength);
        builder.Ignore(w => w.Missing);
        builder.HasIndex(w => new { w.TargetId, w.AskedAt });
        builder.HasOne<AdoptionTarget>().WithMany().HasForeignKey(w => w.TargetId).OnDelete(DeleteBehavior.Restrict);
    }
}
