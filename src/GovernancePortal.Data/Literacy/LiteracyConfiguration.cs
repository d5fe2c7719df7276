using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Literacy;

internal sealed class LiteracyConfiguration
    : IEntityTypeConfiguration<Course>,
        IEntityTypeConfiguration<Completion>,
        IEntityTypeConfiguration<LiteracyRequirement>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(Course.CodeMaxLength);
        builder.Property(c => c.Name).HasMaxLength(Course.NameMaxLength);
        builder.Property(c => c.CurrentVersion).HasMaxLength(Course.VersionLabelMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Completion> builder)
    {
        builder.Property(c => c.CourseVersion).HasMaxLength(Course.VersionLabelMaxLength);
        builder.Property(c => c.Source).HasMaxLength(Completion.SourceMaxLength);
        builder.Property(c => c.ExternalId).HasMaxLength(Completion.ExternalIdMaxLength);
        builder.Property(c => c.VoidReason).HasMaxLength(Completion.VoidReasonMaxLength);
        builder.Property(c => c.Score).HasPrecision(7, 6);

        // The natural key: the same file twice adds nothing. A voided completion may be followed by its correction.
        builder
            .HasIndex(c => new { c.PersonId, c.CourseId, c.CourseVersion, c.CompletedOn, c.Result, c.ExternalId })
            .IsUnique()
            .HasFilter("[VoidedAt] IS NULL");
        builder.HasIndex(c => new { c.CourseId, c.PersonId, c.ValidUntil });
        builder.HasIndex(c => c.ImportId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(c => c.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LiteracyRequirement> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.MinimumVersion).HasMaxLength(Course.VersionLabelMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.UnitId, r.CourseId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(r => r.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}
