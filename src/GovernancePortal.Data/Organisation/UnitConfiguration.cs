using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Organisation;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Name).HasMaxLength(Unit.NameMaxLength);
        builder.Property(u => u.Path).HasMaxLength(Unit.PathMaxLength);
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.HasIndex(u => u.Path).IsUnique();
        // Unique by the id that it ends with, never violated while units are renumbered. Because it is unique, lists in the order of units are walked, not sorted.
        builder.HasIndex(u => new { u.Left, u.Id }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
