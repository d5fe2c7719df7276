using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Usage;

internal sealed class UsageConfiguration
    : IEntityTypeConfiguration<UsageDay>,
        IEntityTypeConfiguration<UsageReportDay>,
        IEntityTypeConfiguration<TeamMembership>,
        IEntityTypeConfiguration<LicenceSeat>,
        IEntityTypeConfiguration<PersonLogin>,
        IEntityTypeConfiguration<NobodysLogin>
{
    public void Configure(EntityTypeBuilder<UsageDay> builder)
    {
        builder.Property(u => u.Tool).HasMaxLength(UsageDay.ToolMaxLength);
        builder.Property(u => u.Login).HasMaxLength(UsageDay.LoginMaxLength);
        builder.HasIndex(u => new { u.Tool, u.Login, u.Day }).IsUnique();
        builder.HasIndex(u => new { u.Tool, u.Day, u.PersonId });
        // Logins that nobody is known by are grouped from it alone.
        builder.HasIndex(u => new { u.PersonId, u.Tool, u.Login, u.Active });
        builder.HasOne<Person>().WithMany().HasForeignKey(u => u.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UsageReportDay> builder)
    {
        builder.Property(u => u.Tool).HasMaxLength(UsageDay.ToolMaxLength);
        builder.Property(u => u.Organisation).HasMaxLength(UsageReportDay.OrganisationMaxLength);
        builder.HasIndex(u => new { u.Tool, u.Organisation, u.Day }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TeamMembership> builder)
    {
        builder.Property(m => m.Login).HasMaxLength(UsageDay.LoginMaxLength);
        builder.Property(m => m.Team).HasMaxLength(TeamMembership.TeamMaxLength);
        builder.HasIndex(m => new { m.Day, m.Team, m.Login }).IsUnique();
        builder.HasIndex(m => new { m.Login, m.Day });
    }

    public void Configure(EntityTypeBuilder<LicenceSeat> builder)
    {
        builder.Property(s => s.Tool).HasMaxLength(UsageDay.ToolMaxLength);
        builder.Property(s => s.Login).HasMaxLength(UsageDay.LoginMaxLength);
        builder.Property(s => s.Team).HasMaxLength(TeamMembership.TeamMaxLength);
        builder.Property(s => s.Plan).HasMaxLength(LicenceSeat.PlanMaxLength);
        builder.HasIndex(s => new { s.Tool, s.Login }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PersonLogin> builder)
    {
        builder.HasKey(l => new { l.Provider, l.Login });
        builder.Property(l => l.Provider).HasMaxLength(PersonLogin.ProviderMaxLength);
        builder.Property(l => l.Login).HasMaxLength(UsageDay.LoginMaxLength);
        builder.HasIndex(l => l.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NobodysLogin> builder)
    {
        builder.HasKey(l => new { l.Provider, l.Login });
        builder.Property(l => l.Provider).HasMaxLength(PersonLogin.ProviderMaxLength);
        builder.Property(l => l.Login).HasMaxLength(UsageDay.LoginMaxLength);
        builder.HasIndex(l => l.DecidedAt);
    }
}
