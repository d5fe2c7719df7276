using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Literacy;

internal sealed class TrainingConfiguration : IEntityTypeConfiguration<TrainingSession>, IEntityTypeConfiguration<EvidenceFile>, IEntityTypeConfiguration<EvidenceKeeping>
{
    public void Configure(EntityTypeBuilder<TrainingSession> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.CourseVersion).HasMaxLength(Course.VersionLabelMaxLength);
        builder.Property(s => s.Instructor).HasMaxLength(TrainingSession.InstructorMaxLength);
        builder.Property(s => s.EvidenceSha256).HasMaxLength(EvidenceFile.HashLength);
        builder.Property(s => s.LoggedBy).HasMaxLength(Completion.ActorMaxLength);
        builder.Property(s => s.LoggedByName).HasMaxLength(Completion.ActorMaxLength);
        builder.HasIndex(s => new { s.CourseId, s.HeldOn });
        builder.HasIndex(s => s.HeldOn);
        builder.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EvidenceFile>().WithMany().HasForeignKey(s => s.EvidenceSha256).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.HasKey(f => f.Sha256);
        builder.Property(f => f.Sha256).HasMaxLength(EvidenceFile.HashLength);
        builder.Property(f => f.FileName).HasMaxLength(EvidenceFile.FileNameMaxLength);
        builder.Property(f => f.ContentType).HasMaxLength(EvidenceFile.ContentTypeMaxLength);
        builder.Property(f => f.StoredBy).HasMaxLength(Completion.ActorMaxLength);
    }

    public void Configure(EntityTypeBuilder<EvidenceKeeping> builder)
    {
        builder.ToTable("EvidenceKeepings");
        builder.HasKey(k => new { k.Sha256, k.KeptBy });
        builder.Property(k => k.Sha256).HasMaxLength(EvidenceFile.HashLength);
        builder.Property(k => k.KeptBy).HasMaxLength(Completion.ActorMaxLength);
        builder.Property(k => k.FileName).HasMaxLength(EvidenceFile.FileNameMaxLength);
        builder.HasOne<EvidenceFile>().WithMany().HasForeignKey(k => k.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CoverageConfiguration : IEntityTypeConfiguration<PersonCoverage>, IEntityTypeConfiguration<CoverageDay>
{
    public void Configure(EntityTypeBuilder<PersonCoverage> builder)
    {
        builder.HasKey(c => c.PersonId);
        builder.Property(c => c.PersonId).ValueGeneratedNever();

        // Counting walks this index alone; a large organisation is counted without touching the rows.
        builder.HasIndex(c => new { c.UnitId, c.IsAsked, c.CoveredUntil, c.ChangesOn, c.PersonId });
        builder.HasIndex(c => c.ChangesOn);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CoverageDay> builder)
    {
        builder.HasKey(d => new { d.Day, d.Requirement, d.UnitId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
