using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Reallocation;

internal sealed class MoveConfiguration : IEntityTypeConfiguration<PlannedMove>, IEntityTypeConfiguration<MoveReview>
{
    private const int ActorMaxLength = 80;

    public void Configure(EntityTypeBuilder<PlannedMove> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Decider).HasMaxLength(PlannedMove.NameMaxLength);
        builder.Property(m => m.AnswerWords).HasMaxLength(PlannedMove.WordsMaxLength);
        builder.Property(m => m.LeftReason).HasMaxLength(PlanPair.ReasonMaxLength);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Ignore(m => m.Explanation);
        builder.Ignore(m => m.HasSeat);
        builder.Ignore(m => m.IsUnderWay);
        builder.Ignore(m => m.NextReview);
        // Nobody is in two open plans: the second save meets this index. Of closed plans the column is empty.
        builder.HasIndex(m => m.OpenPersonId).IsUnique();
        builder.HasIndex(m => new { m.PlanId, m.Stage, m.Id });
        builder.HasIndex(m => m.PersonId);
        builder.HasIndex(m => m.SeatUnitId);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RoleProfile>().WithMany().HasForeignKey(m => m.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(m => m.SeatUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Reviews).WithOne().HasForeignKey(r => r.MoveId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(m => m.Reviews).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<MoveReview> builder)
    {
        builder.HasKey(r => new { r.MoveId, r.Months });
        builder.Property(r => r.Words).HasMaxLength(MoveReview.WordsMaxLength);
        builder.Property(r => r.By).HasMaxLength(ActorMaxLength);
    }
}
