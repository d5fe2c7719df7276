using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Reallocation;

internal sealed class HandoverConfiguration : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Subject).HasMaxLength(Handover.SubjectMaxLength);
        builder.Property(h => h.Words).HasMaxLength(Handover.WordsMaxLength);
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.HasIndex(h => h.CaseId);
        builder.HasIndex(h => new { h.From, h.State });
        builder.HasIndex(h => new { h.To, h.State });
        builder.HasOne<DisplacementCase>().WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.From).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.To).OnDelete(DeleteBehavior.Restrict);
    }
}
