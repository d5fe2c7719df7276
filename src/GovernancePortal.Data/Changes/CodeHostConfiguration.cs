using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Changes;

internal sealed class CodeHostConfiguration
    : IEntityTypeConfiguration<WebhookDelivery>,
        IEntityTypeConfiguration<WebhookRefusal>,
        IEntityTypeConfiguration<CommitNote>,
        IEntityTypeConfiguration<HostReview>,
        IEntityTypeConfiguration<HostAnswer>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.HasKey(d => d.DeliveryId);
        builder.Property(d => d.DeliveryId).HasMaxLength(WebhookDelivery.IdMaxLength);
        builder.Property(d => d.Event).HasMaxLength(WebhookDelivery.EventMaxLength);
        builder.Property(d => d.Outcome).HasMaxLength(WebhookDelivery.OutcomeMaxLength);
        builder.HasIndex(d => d.ReceivedAt);
    }

    public void Configure(EntityTypeBuilder<WebhookRefusal> builder)
    {
        builder.HasKey(r => new { r.Hour, r.Reason });
        builder.Property(r => r.Reason).HasMaxLength(WebhookRefusal.ReasonMaxLength);
    }

    public void Configure(EntityTypeBuilder<CommitNote> builder)
    {
        builder.HasKey(n => new { n.Repository, n.Commit });
        builder.Property(n => n.Repository).HasMaxLength(ProposedChange.RepositoryMaxLength);
        builder.Property(n => n.Commit).HasMaxLength(ProposedChange.CommitMaxLength);
        builder.Property(n => n.Line).HasMaxLength(ProposedChange.NoteMaxLength);
    }

    public void Configure(EntityTypeBuilder<HostReview> builder)
    {
        builder.HasKey(r => r.ReviewId);
        builder.Property(r => r.ReviewId).ValueGeneratedNever();
        builder.Property(r => r.Repository).HasMaxLength(ProposedChange.RepositoryMaxLength);
        builder.Property(r => r.Commit).HasMaxLength(ProposedChange.CommitMaxLength);
        builder.Property(r => r.Login).HasMaxLength(UsageTools.LoginMaxLength);
        builder.Property(r => r.State).HasMaxLength(HostReview.StateMaxLength);
        builder.HasIndex(r => new { r.Repository, r.Number });
    }

    public void Configure(EntityTypeBuilder<HostAnswer> builder)
    {
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.Repository).HasMaxLength(ProposedChange.RepositoryMaxLength);
        builder.Property(a => a.Commit).HasMaxLength(ProposedChange.CommitMaxLength);
        builder.Property(a => a.Target).HasMaxLength(HostAnswer.TargetMaxLength);
        builder.Property(a => a.Environment).HasMaxLength(HostAnswer.EnvironmentMaxLength);
        builder.Property(a => a.Words).HasMaxLength(HostAnswer.WordsMaxLength);
        builder.Property(a => a.Fault).HasMaxLength(HostAnswer.FaultMaxLength);
        // One of each kind for a commit; a deployment is one for each place that waits for it.
        builder.HasIndex(a => new { a.Repository, a.Commit, a.Kind, a.Target }).IsUnique();
        builder.HasIndex(a => a.DueAt).HasFilter("[State] = 1");
    }
}
