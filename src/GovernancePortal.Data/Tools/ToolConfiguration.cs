using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Tools;

internal sealed class ToolConfiguration : IEntityTypeConfiguration<AiTool>, IEntityTypeConfiguration<AiToolUnit>, IEntityTypeConfiguration<NoAgentsStatement>
{
    public void Configure(EntityTypeBuilder<AiTool> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Property(t => t.Name).HasMaxLength(AiTool.NameMaxLength);
        builder.Property(t => t.Vendor).HasMaxLength(AiTool.VendorMaxLength);
        builder.Property(t => t.Release).HasMaxLength(AiTool.ReleaseMaxLength);
        builder.Property(t => t.Purpose).HasMaxLength(AiTool.PurposeMaxLength);
        builder.Property(t => t.Systems).HasMaxLength(AiTool.SystemsMaxLength);
        builder.Property(t => t.Gate).HasMaxLength(AiTool.GateMaxLength);
        builder.Property(t => t.Data).HasMaxLength(AiTool.DataMaxLength);
        builder.Property(t => t.RetireReason).HasMaxLength(AiTool.ReasonMaxLength);
        builder.Ignore(t => t.Terms);
        builder.HasIndex(t => new { t.Name, t.Id });
        builder.HasMany(t => t.Units).WithOne().HasForeignKey(u => u.ToolId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(t => t.Units).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.Deputy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.GateHolder).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AiToolUnit> builder)
    {
        builder.ToTable("AiToolUnits");
        builder.HasKey(u => new { u.ToolId, u.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NoAgentsStatement> builder)
    {
        builder.ToTable("NoAgentsStatements");
        builder.Property(s => s.Note).HasMaxLength(NoAgentsStatement.NoteMaxLength);
        builder.HasIndex(s => new { s.UnitId, s.StatedOn }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
