using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Literacy;

internal sealed class XapiConfiguration : IEntityTypeConfiguration<XapiStatement>
{
    public void Configure(EntityTypeBuilder<XapiStatement> builder)
    {
        builder.ToTable("XapiStatements");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Sha256).HasMaxLength(EvidenceFile.HashLength);
        builder.Property(s => s.Verb).HasMaxLength(XapiStatement.VerbMaxLength);
        builder.Property(s => s.SentBy).HasMaxLength(XapiStatement.SentByMaxLength);
        builder.Property(s => s.OutcomeText).HasMaxLength(XapiStatement.OutcomeTextMaxLength);
        builder.HasIndex(s => s.Registration);
        builder.HasIndex(s => s.Voids);
        builder.HasIndex(s => new { s.Outcome, s.ReceivedAt, s.Id });
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}
