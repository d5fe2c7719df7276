using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Reallocation;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<DisplacementCase>, IEntityTypeConfiguration<DisplacedPosition>, IEntityTypeConfiguration<CaseReader>
{
    private const int ActorMaxLength = 80;
    private const int ActorNameMaxLength = 200;
    private const int SealMaxLength = 32;

    public void Configure(EntityTypeBuilder<DisplacementCase> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Name).HasMaxLength(DisplacementCase.NameMaxLength);
        builder.Property(c => c.Reasons).HasMaxLength(DisplacementCase.ReasonsMaxLength);
        builder.Property(c => c.NoticeConfirmedBy).HasMaxLength(ActorMaxLength);
        builder.Property(c => c.NoticeConfirmedByName).HasMaxLength(ActorNameMaxLength);
        builder.Property(c => c.Author).HasMaxLength(ActorMaxLength);
        builder.Property(c => c.AuthorName).HasMaxLength(ActorNameMaxLength);
        builder.Property(c => c.EndReason).HasMaxLength(DisplacementCase.ReasonMaxLength);
        builder.Property(c => c.EraseReason).HasMaxLength(DisplacementCase.ReasonMaxLength);
        builder.Property(c => c.Seal).HasMaxLength(SealMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Figures);
        builder.HasIndex(c => new { c.State, c.Name, c.Id });
        builder.HasIndex(c => c.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Positions).WithOne().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Positions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<DisplacedPosition> builder)
    {
        builder.HasKey(p => new { p.CaseId, p.PersonId });
        builder.Property(p => p.Reason).HasMaxLength(DisplacedPosition.ReasonMaxLength);
        builder.Property(p => p.WithdrawReason).HasMaxLength(DisplacementCase.ReasonMaxLength);
        // Two who mark the same person at once in different cases: the second save meets this index.
        builder.HasIndex(p => p.PersonId, "IX_DisplacedPositions_OneOpen").IsUnique().HasFilter("[IsOpen] = 1");
        builder.HasIndex(p => p.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseReader> builder)
    {
        builder.HasKey(r => new { r.CaseId, r.UserId });
        builder.HasOne<DisplacementCase>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);
    }
}
