using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Scenarios;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Reallocation;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<ReallocationPlan>, IEntityTypeConfiguration<PlanPair>, IEntityTypeConfiguration<PushPullEntry>
{
    private const int ActorMaxLength = 80;
    private const int ActorNameMaxLength = 200;
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<ReallocationPlan> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(ReallocationPlan.NameMaxLength);
        builder.Property(p => p.Author).HasMaxLength(ActorMaxLength);
        builder.Property(p => p.AuthorName).HasMaxLength(ActorNameMaxLength);
        builder.Property(p => p.CheckedByName).HasMaxLength(ActorNameMaxLength);
        builder.Property(p => p.StampHash).HasMaxLength(HashLength);
        builder.Property(p => p.DecidedBy).HasMaxLength(ActorMaxLength);
        builder.Property(p => p.DecidedByName).HasMaxLength(ActorNameMaxLength);
        builder.Property(p => p.Reason).HasMaxLength(ReallocationPlan.ReasonMaxLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Checks);
        builder.Ignore(p => p.Difference);
        builder.Ignore(p => p.Forecast);
        builder.HasIndex(p => new { p.State, p.CreatedAt, p.Id });
        builder.HasIndex(p => p.UnitId);
        builder.HasIndex(p => p.CaseId);
        builder.HasOne<DisplacementCase>().WithMany().HasForeignKey(p => p.CaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Scenario>().WithMany().HasForeignKey(p => p.ScenarioId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Moves).WithOne().HasForeignKey(m => m.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(p => p.Pairs).WithOne().HasForeignKey(x => x.PlanId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(p => p.Moves).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(p => p.Pairs).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<PlanPair> builder)
    {
        builder.HasKey(p => new { p.PlanId, p.PersonId, p.RoleId });
        builder.Property(p => p.Reason).HasMaxLength(PlanPair.ReasonMaxLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<RoleProfile>().WithMany().HasForeignKey(p => p.RoleId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PushPullEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Reason).HasMaxLength(PushPullEntry.TextMaxLength);
        builder.Property(e => e.Forecast).HasMaxLength(PushPullEntry.TextMaxLength);
        builder.Property(e => e.Outcome).HasMaxLength(PushPullEntry.TextMaxLength);
        builder.Property(e => e.RecordedByName).HasMaxLength(ActorNameMaxLength);
        builder.HasIndex(e => new { e.On, e.Id });
        builder.HasOne<ReallocationPlan>().WithMany().HasForeignKey(e => e.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
