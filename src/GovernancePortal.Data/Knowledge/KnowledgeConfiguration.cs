using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Knowledge;

internal sealed class KnowledgeConfiguration : IEntityTypeConfiguration<KnowledgePage>, IEntityTypeConfiguration<PageRead>, IEntityTypeConfiguration<WrongAnswer>
{
    public void Configure(EntityTypeBuilder<KnowledgePage> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.System).HasMaxLength(KnowledgePage.SystemMaxLength);
        builder.Property(p => p.Url).HasMaxLength(KnowledgePage.UrlMaxLength);
        builder.Property(p => p.Title).HasMaxLength(KnowledgePage.TitleMaxLength);
        builder.Property(p => p.OwnerText).HasMaxLength(KnowledgePage.OwnerTextMaxLength);
        builder.Property(p => p.VerifiedHash).HasMaxLength(KnowledgePage.HashLength).IsUnicode(false);
        builder.Property(p => p.ContentHash).HasMaxLength(KnowledgePage.HashLength).IsUnicode(false);
        builder.Property(p => p.QuarantineReason).HasMaxLength(KnowledgePage.ReasonMaxLength);
        builder.Property(p => p.WithdrawReason).HasMaxLength(KnowledgePage.ReasonMaxLength);
        builder.Property(p => p.Entry).HasMaxLength(PageEntry.MaxLength);
        builder.Ignore(p => p.Interval);
        builder.Ignore(p => p.Facts);
        // 64 and 780 letters of two bytes each stay under the 1,700 that SQL Server allows a key.
        builder.HasIndex(p => new { p.Url, p.System }).IsUnique();
        builder.HasIndex(p => new { p.Title, p.Id });
        builder.HasIndex(p => new { p.DueOn, p.Id });
        // Counting what stands how reads this index and no page.
        builder.HasIndex(p => new { p.Standing, p.Owner, p.DueOn, p.IsAgentReadable, p.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.Deputy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.VerifiedBy).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PageRead> builder)
    {
        builder.HasKey(r => new { r.PageId, r.Day, r.Reader });
        builder.Property(r => r.Reader).HasMaxLength(PageRead.ReaderMaxLength).IsUnicode(false);
        builder.HasOne<KnowledgePage>().WithMany().HasForeignKey(r => r.PageId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WrongAnswer> builder)
    {
        builder.Property(r => r.Text).HasMaxLength(WrongAnswer.TextMaxLength);
        builder.Property(r => r.Reporter).HasMaxLength(WrongAnswer.ReporterMaxLength).IsUnicode(false);
        builder.HasIndex(r => new { r.PageId, r.SettledAt });
        builder.HasOne<KnowledgePage>().WithMany().HasForeignKey(r => r.PageId).OnDelete(DeleteBehavior.Cascade);
    }
}
