using System.Text.Json;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Friction;

internal sealed class FrictionConfiguration : IEntityTypeConfiguration<FrictionReport>, IEntityTypeConfiguration<FrictionText>, IEntityTypeConfiguration<FrictionFigure>
{
    public void Configure(EntityTypeBuilder<FrictionReport> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Mark).HasMaxLength(FrictionReport.MarkLength);
        builder.Property(r => r.Text).HasMaxLength(FrictionReport.TextMaxLength);
        // Ten a day also where two arrive at once.
        builder.HasIndex(r => new { r.Mark, r.Day, r.Place }).IsUnique();
        builder.HasIndex(r => r.Period);
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AiTool>().WithMany().HasForeignKey(r => r.ToolId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FrictionText> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Text).HasMaxLength(FrictionReport.TextMaxLength);
        builder.HasIndex(t => new { t.Period, t.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FrictionFigure> builder)
    {
        builder.ToTable("FrictionFigures");
        builder.HasKey(f => new { f.Period, f.UnitId });
        builder
            .Property(f => f.Tools)
            .HasConversion(
                tools => JsonSerializer.Serialize(tools, JsonSerializerOptions.Default),
                json => JsonSerializer.Deserialize<List<ToolFriction>>(json, JsonSerializerOptions.Default)!,
                new ValueComparer<IReadOnlyList<ToolFriction>>((a, b) => a!.SequenceEqual(b!), t => t.Count, t => t)
            );
        builder.HasOne<Unit>().WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
