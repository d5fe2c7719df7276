using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Literacy;

internal sealed class LiteracyConfiguration
    : IEntityTypeConfiguration<Course>,
        IEntityTypeConfiguration<Completion>,
        IEntityTypeConfiguration<LiteracyRequirement>,
        IEntityTypeConfiguration<CourseVersion>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(Course.CodeMaxLength);
        builder.Property(c => c.Name).HasMaxLength(Course.NameMaxLength);
        builder.Property(c => c.CurrentVersion).HasMaxLength(Course.VersionLabelMaxLength);
        builder.Property(c => c.Tools).HasMaxLength(Course.ToolsMaxLength);
        builder.Property(c => c.ActivityId).HasMaxLength(Course.ActivityIdMaxLength);
        builder.Property(c => c.RetireReason).HasMaxLength(Course.ReasonMaxLength).HasDefaultValue("");
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.TaughtFrom);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.ActivityId).IsUnique().HasFilter("[ActivityId] IS NOT NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Versions).WithOne().HasForeignKey(v => v.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(c => c.Versions).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<CourseVersion> builder)
    {
        builder.ToTable("CourseVersions");
        builder.HasKey(v => new { v.CourseId, v.Label });
        builder.Property(v => v.Label).HasMaxLength(Course.VersionLabelMaxLength);
        builder.Property(v => v.Teaches).HasMaxLength(CourseVersion.TeachesMaxLength);
        builder.Property(v => v.Link).HasMaxLength(CourseVersion.LinkMaxLength);
        builder.Property(v => v.ContentHash).HasMaxLength(CourseVersion.ContentHashLength);
    }

    public void Configure(EntityTypeBuilder<Completion> builder)
    {
        builder.Property(c => c.CourseVersion).HasMaxLength(Course.VersionLabelMaxLength);
        builder.Property(c => c.Source).HasMaxLength(Completion.SourceMaxLength);
        builder.Property(c => c.ExternalId).HasMaxLength(Completion.ExternalIdMaxLength);
        builder.Property(c => c.VoidReason).HasMaxLength(Completion.VoidReasonMaxLength);
        builder.Property(c => c.Score).HasPrecision(7, 6);
        builder.Property(c => c.Status).HasDefaultValue(CompletionStatus.Confirmed).HasSentinel((CompletionStatus)0);
        builder.Property(c => c.EvidenceSha256).HasMaxLength(EvidenceFile.HashLength);
        builder.Property(c => c.Note).HasMaxLength(Completion.NoteMaxLength).HasDefaultValue("");
        builder.Property(c => c.DecidedBy).HasMaxLength(Completion.ActorMaxLength);
        builder.Property(c => c.DeclineReason).HasMaxLength(Completion.VoidReasonMaxLength);
        builder.Property(c => c.VoidedBy).HasMaxLength(Completion.ActorMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken().HasDefaultValue(0);

        // The natural key: the same file twice adds nothing. A voided completion may be followed by its correction.
        builder
            .HasIndex(c => new { c.PersonId, c.CourseId, c.CourseVersion, c.CompletedOn, c.Result, c.ExternalId })
            .IsUnique()
            .HasFilter("[VoidedAt] IS NULL");

        // Who meets a rule is answered by this index alone, one look for each person who is asked.
        builder
            .HasIndex(c => new { c.CourseId, c.PersonId, c.CompletedOn, c.ValidUntil, c.CourseVersion })
            .HasFilter("[Status] = 2 AND [Result] <> 2 AND [VoidedAt] IS NULL");
        builder.HasIndex(c => c.PersonId).HasFilter("[VoidedAt] IS NOT NULL");
        builder.HasIndex(c => c.ImportId).HasFilter("[ImportId] IS NOT NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(c => c.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.SessionId).HasFilter("[SessionId] IS NOT NULL");
        builder.HasIndex(c => c.EvidenceSha256).HasFilter("[EvidenceSha256] IS NOT NULL");
        builder.HasIndex(c => new { c.Status, c.PersonId }).HasFilter("[Status] = 1");
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TrainingSession>().WithMany().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EvidenceFile>().WithMany().HasForeignKey(c => c.EvidenceSha256).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LiteracyRequirement> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.MinimumVersion).HasMaxLength(Course.VersionLabelMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.WorkRole).HasMaxLength(Person.WorkRoleMaxLength);
        builder.Property(r => r.Tool).HasMaxLength(UsageTools.ToolMaxLength);
        builder.Property(r => r.Reason).HasMaxLength(LiteracyRequirement.ReasonMaxLength);
        builder.Property(r => r.RetireReason).HasMaxLength(LiteracyRequirement.ReasonMaxLength).HasDefaultValue("");
        builder.Ignore(r => r.Audience);
        builder.HasIndex(r => new { r.UnitId, r.CourseId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(r => r.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}
