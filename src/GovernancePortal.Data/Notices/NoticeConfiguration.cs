using GovernancePortal.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Notices;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeRun>, IEntityTypeConfiguration<NoticeMail>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Ignore(n => n.Figures);
        builder.Ignore(n => n.IsOpen);

        // Nobody is told the same thing twice, whoever writes.
        builder.HasIndex(n => new { n.RecipientId, n.Kind, n.SubjectId, n.On }).IsUnique();

        // The count in the top bar of every page is answered by this index alone.
        builder.HasIndex(n => new { n.RecipientId, n.ReadAt, n.SettledAt });
        builder.HasIndex(n => n.RecipientId, "IX_Notices_WaitForMail").HasFilter("[MailWanted] = 1 AND [MailId] IS NULL");
        builder.HasIndex(n => n.MailId);
        builder.HasIndex(n => n.SettledAt, "IX_Notices_NotSettled").HasFilter("[SettledAt] IS NULL");
        builder.HasOne<NoticeMail>().WithMany().HasForeignKey(n => n.MailId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NoticeRun> builder)
    {
        builder.HasKey(r => r.Day);
        builder.Property(r => r.Day).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<NoticeMail> builder)
    {
        builder.ToTable("NoticeMails");
        builder.HasIndex(m => new { m.State, m.DueAt });
        builder.HasIndex(m => new { m.State, m.ChangedAt });

        // What comes up while a mail waits goes into that mail. One that was tried keeps its content, so that its message id stands for one text.
        builder.HasIndex(m => new { m.RecipientId, m.IsDigest }).IsUnique().HasFilter("[State] = 1 AND [Tries] = 0");
    }
}
