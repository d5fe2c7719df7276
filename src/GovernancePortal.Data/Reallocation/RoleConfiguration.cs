using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Reallocation;

internal sealed class RoleConfiguration : IEntityTypeConfiguration<RoleProfile>, IEntityTypeConfiguration<RoleSeats>, IEntityTypeConfiguration<SkillLevel>, IEntityTypeConfiguration<RolePreference>
{
    private const int ActorMaxLength = 80;

    public void Configure(EntityTypeBuilder<RoleProfile> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Title).HasMaxLength(RoleProfile.TitleMaxLength);
        builder.Property(r => r.RetireReason).HasMaxLength(RoleProfile.ReasonMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Skills);
        builder.Ignore(r => r.Knowledge);
        builder.Ignore(r => r.Locations);
        builder.Ignore(r => r.Terms);
        builder.HasIndex(r => new { r.State, r.Title, r.Id });
    }

    public void Configure(EntityTypeBuilder<RoleSeats> builder)
    {
        builder.HasKey(s => new { s.RoleId, s.UnitId });
        builder.Property(s => s.Argument).HasMaxLength(RoleSeats.ArgumentMaxLength);
        builder.Property(s => s.AskedBy).HasMaxLength(ActorMaxLength);
        builder.Property(s => s.ApprovedBy).HasMaxLength(ActorMaxLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.UnitId);
        builder.HasOne<RoleProfile>().WithMany().HasForeignKey(s => s.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SkillLevel> builder)
    {
        builder.HasKey(s => new { s.PersonId, s.Skill, s.Source });
        builder.Property(s => s.Skill).HasMaxLength(PersonSkill.NameMaxLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RolePreference> builder)
    {
        builder.HasKey(p => new { p.PersonId, p.RoleId });
        builder.HasIndex(p => p.RoleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<RoleProfile>().WithMany().HasForeignKey(p => p.RoleId).OnDelete(DeleteBehavior.Restrict);
    }
}
