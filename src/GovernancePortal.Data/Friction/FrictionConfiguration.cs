using System.Text.Json;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Friction;

internal sealed class FrictionConfiguration : IEntityTypeConfiguration<FrictionReport>, IEntityTypeConfiguration<FrictionKey>, IEntityTypeConfiguration<FrictionFigure>
{
    public void Configure(EntityTypeBuilder<FrictionReport> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Mark).HasMaxLength(FrictionReport.MarkLength);
        builder.Property(r => r.Text).HasMaxLength(FrictionReport.TextMaxLength);
        // Ten a day also where two arrive at once.
        builder.HasIndex(r => new { r.Mark, r.Day, r.Place }).IsUnique().HasFilter("[Mark] IS NOT NULL");
        builder.HasIndex(r => new { r.Period, r.ToldIn });
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AiTool>().WithMany().HasForeignKey(r => r.ToolId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FrictionKey> builder)
    {
        builder.ToTable("FrictionKeys");
        builder.HasKey(k => k.Period);
        builder.Property(k => k.Period).ValueGeneratedNever();
        builder.Property(k => k.Value).HasMaxLength(FrictionKey.ValueMaxLength);
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
