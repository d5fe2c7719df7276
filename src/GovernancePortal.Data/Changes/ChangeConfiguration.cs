using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Changes;

internal sealed class ChangeConfiguration
    : IEntityTypeConfiguration<ProposedChange>,
        IEntityTypeConfiguration<SignOff>,
        IEntityTypeConfiguration<SignOffPolicy>,
        IEntityTypeConfiguration<CodeSystem>,
        IEntityTypeConfiguration<SystemRepository>,
        IEntityTypeConfiguration<RiskRule>
{
    public void Configure(EntityTypeBuilder<ProposedChange> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.Repository).HasMaxLength(ProposedChange.RepositoryMaxLength);
        builder.Property(c => c.Commit).HasMaxLength(ProposedChange.CommitMaxLength);
        builder.Property(c => c.Title).HasMaxLength(ProposedChange.TitleMaxLength);
        builder.Property(c => c.Url).HasMaxLength(ProposedChange.UrlMaxLength);
        builder.Property(c => c.Provider).HasMaxLength(UsageTools.ToolMaxLength);
        builder.Property(c => c.Author).HasMaxLength(ProposedChange.AuthorMaxLength);
        builder.Property(c => c.Agent).HasMaxLength(ProposedChange.AgentMaxLength);
        builder.Property(c => c.InvolvementNote).HasMaxLength(ProposedChange.NoteMaxLength);
        builder.Property<string>("SystemLines").HasColumnName("Systems").HasMaxLength(ProposedChange.ListMaxLength);
        builder.Property<string>("UnknownLines").HasColumnName("UnknownSystems").HasMaxLength(ProposedChange.ListMaxLength);
        builder.Property<string>("BeyondAgentLines").HasColumnName("BeyondAgent").HasMaxLength(ProposedChange.ListMaxLength);
        builder.Property<string>("PathLines").HasColumnName("Paths").HasMaxLength(ProposedChange.PathsMaxLength);
        builder.Ignore(c => c.Systems);
        builder.Ignore(c => c.UnknownSystems);
        builder.Ignore(c => c.BeyondAgent);
        builder.Ignore(c => c.Paths);

        // The natural key: the same push twice is one row.
        builder.HasIndex(c => new { c.Repository, c.Number, c.Commit }).IsUnique();
        builder.HasIndex(c => new { c.Repository, c.Commit });
        builder.Property(c => c.CurrentKey).HasMaxLength(ProposedChange.CurrentKeyMaxLength);
        builder.HasIndex(c => c.CurrentKey).IsUnique().HasFilter("[CurrentKey] IS NOT NULL");
        // The queue by risk and promise. Only what waits is in this index, however many changes there ever were.
        builder.HasIndex(c => new { c.Tier, c.DueAt, c.Id }).IsDescending(true, false, false).HasFilter("[Queue] = 1").HasDatabaseName("IX_ProposedChanges_Queue");
        builder.HasIndex(c => new { c.Queue, c.Id }).HasFilter("[Queue] <> 0").HasDatabaseName("IX_ProposedChanges_Open");
        builder.HasIndex(c => new { c.PassedAt, c.Id }).HasFilter("[PassedAt] IS NOT NULL").HasDatabaseName("IX_ProposedChanges_Passed");
        builder.HasIndex(c => new { c.RegisteredAt, c.Id });
        // Share of released changes that a senior had signed: from the index alone.
        builder.HasIndex(c => new { c.ReleasedAt, c.UnitId }).HasFilter("[ReleasedAt] IS NOT NULL");
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.AgentOwner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AiTool>().WithMany().HasForeignKey(c => c.AgentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SignOff> builder)
    {
        builder.Property(s => s.System).HasMaxLength(CodeSystem.NameMaxLength);
        builder.Property(s => s.Note).HasMaxLength(SignOff.NoteMaxLength);
        builder.HasIndex(s => s.ChangeId);
        builder.HasIndex(s => new { s.By, s.Kind, s.At });
        builder.HasIndex(s => new { s.Day, s.Finding, s.System }).HasFilter("[Finding] <> 0").HasDatabaseName("IX_SignOffs_Findings");
        builder.HasIndex(s => new { s.Kind, s.Day });
        builder.HasOne<ProposedChange>().WithMany().HasForeignKey(s => s.ChangeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.By).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SignOffPolicy> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Terms);
        builder.HasIndex(p => new { p.UnitId, p.Tier }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CodeSystem> builder)
    {
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Name).HasMaxLength(CodeSystem.NameMaxLength);
        builder.HasIndex(s => s.Name).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SystemRepository> builder)
    {
        builder.HasKey(r => new { r.Repository, r.System });
        builder.Property(r => r.System).HasMaxLength(CodeSystem.NameMaxLength);
        builder.HasIndex(r => r.System);
        builder.Property(r => r.Repository).HasMaxLength(ProposedChange.RepositoryMaxLength);
    }

    public void Configure(EntityTypeBuilder<RiskRule> builder)
    {
        builder.Property(r => r.System).HasMaxLength(CodeSystem.NameMaxLength);
        builder.Property(r => r.PathPattern).HasMaxLength(RiskRule.PatternMaxLength);
    }
}
