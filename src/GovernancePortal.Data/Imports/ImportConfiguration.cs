using GovernancePortal.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Imports;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.FileName).HasMaxLength(ImportRun.FileNameMaxLength);
        builder.Property(r => r.FileSha256).HasMaxLength(ImportRun.Sha256Length);
        builder.Property(r => r.Actor).HasMaxLength(ImportRun.ActorMaxLength);
        builder.Property(r => r.ActorName).HasMaxLength(ImportRun.ActorNameMaxLength);
        builder.HasIndex(r => new { r.At, r.Id });
        builder.HasIndex(r => r.FileSha256);
    }

    public void Configure(EntityTypeBuilder<ImportMapping> builder)
    {
        builder.HasKey(m => new { m.Kind, m.HeaderFingerprint });
        builder.Property(m => m.HeaderFingerprint).HasMaxLength(ImportMapping.FingerprintLength);
    }
}
