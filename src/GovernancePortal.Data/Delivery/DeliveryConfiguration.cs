using GovernancePortal.Domain.Delivery;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Delivery;

internal sealed class DeliveryConfiguration
    : IEntityTypeConfiguration<DeliveryDeployment>,
        IEntityTypeConfiguration<DeliveryIncident>,
        IEntityTypeConfiguration<DeliveryScope>,
        IEntityTypeConfiguration<DeliveryProjectUnit>,
        IEntityTypeConfiguration<DeliveryLink>
{
    public void Configure(EntityTypeBuilder<DeliveryDeployment> builder)
    {
        builder.Property(d => d.Key).HasMaxLength(DeliveryDeployment.KeyMaxLength);
        builder.Property(d => d.Deployment).HasMaxLength(DeliveryDeployment.KeyMaxLength);
        builder.Property(d => d.Scope).HasMaxLength(DeliveryDeployment.KeyMaxLength);
        builder.Property(d => d.Environment).HasMaxLength(DeliveryDeployment.WordMaxLength);
        builder.Property(d => d.Outcome).HasMaxLength(DeliveryDeployment.WordMaxLength);
        builder.HasIndex(d => d.Key).IsUnique();
        builder.HasIndex(d => new { d.Scope, d.Environment, d.Outcome, d.FinishedAt });
    }

    public void Configure(EntityTypeBuilder<DeliveryIncident> builder)
    {
        builder.Property(i => i.Key).HasMaxLength(DeliveryDeployment.KeyMaxLength);
        builder.Property(i => i.ScopeKind).HasMaxLength(DeliveryDeployment.WordMaxLength);
        builder.Property(i => i.Scope).HasMaxLength(DeliveryDeployment.KeyMaxLength);
        builder.HasIndex(i => i.Key).IsUnique();
        builder.HasIndex(i => new { i.BeganAt, i.Id });
    }

    public void Configure(EntityTypeBuilder<DeliveryScope> builder)
    {
        builder.Property(s => s.Project).HasMaxLength(DeliveryScope.ProjectMaxLength);
        builder.Property(s => s.ScopeKind).HasMaxLength(DeliveryDeployment.WordMaxLength);
        builder.Property(s => s.Scope).HasMaxLength(DeliveryDeployment.KeyMaxLength);
        builder.HasIndex(s => new { s.ScopeKind, s.Scope, s.Project }).IsUnique();
        builder.HasIndex(s => new { s.Project, s.ScopeKind, s.Scope });
    }

    public void Configure(EntityTypeBuilder<DeliveryProjectUnit> builder)
    {
        builder.HasKey(p => p.Project);
        builder.Property(p => p.Project).HasMaxLength(DeliveryScope.ProjectMaxLength);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DeliveryLink> builder)
    {
        builder.HasKey(l => new { l.IncidentId, l.Project });
        builder.Property(l => l.Project).HasMaxLength(DeliveryScope.ProjectMaxLength);
        builder.Property(l => l.Deployment).HasMaxLength(DeliveryDeployment.KeyMaxLength);
        builder.HasOne<DeliveryIncident>().WithMany().HasForeignKey(l => l.IncidentId).OnDelete(DeleteBehavior.Cascade);
    }
}
