using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GovernancePortal.Data.Usage;

internal sealed class UsageConfiguration
    : IEntityTypeConfiguration<UsageMonth>,
        IEntityTypeConfiguration<UsageCountDay>,
        IEntityTypeConfiguration<UnitUse>,
        IEntityTypeConfiguration<UsageReportDay>,
        IEntityTypeConfiguration<TeamMembership>,
        IEntityTypeConfiguration<LicenceSeat>,
        IEntityTypeConfiguration<PersonLogin>,
        IEntityTypeConfiguration<NobodysLogin>
{
    // Bits are counted in pairs, fours and eights, and the eights are added by the remainder; neither database has a function that both have.
    private const string Pairs = "([UsedDays] - (([UsedDays] / 2) & 1431655765))";
    private const string Fours = $"(({Pairs} & 858993459) + (({Pairs} / 4) & 858993459))";
    private const string UsedCountSql = $"(({Fours} + {Fours} / 16) & 252645135) % 255";

    public void Configure(EntityTypeBuilder<UsageMonth> builder)
    {
        builder.Property(u => u.Tool).HasMaxLength(UsageTools.ToolMaxLength);
        builder.Property(u => u.Login).HasMaxLength(UsageTools.LoginMaxLength);
        builder.Property(u => u.UsedCount).HasComputedColumnSql(UsedCountSql);
        builder.HasKey(u => new { u.Tool, u.Login, u.Month });
        // Who used something in some months, with a tool or with any, and what the newest report speaks of: each from an index alone.
        builder.HasIndex(u => new { u.Month, u.Tool, u.PersonId, u.UsedDays, u.ReportedDays });
        builder.HasIndex(u => new { u.PersonId, u.Month, u.UsedDays });
        builder.HasIndex(u => new { u.Tool, u.Login, u.UsedDays }).HasFilter("[PersonId] IS NULL").HasDatabaseName("IX_UsageMonths_Waiting");
        builder.HasOne<Person>().WithMany().HasForeignKey(u => u.PersonId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UsageCountDay> builder)
    {
        builder.Property(u => u.Tool).HasMaxLength(UsageTools.ToolMaxLength);
        builder.Property(u => u.Login).HasMaxLength(UsageTools.LoginMaxLength);
        builder.HasKey(u => new { u.Tool, u.Login, u.Day });
    }

    public void Configure(EntityTypeBuilder<UnitUse> builder)
    {
        builder.HasKey(u => u.UnitId);
        builder.HasOne<Unit>().WithOne().HasForeignKey<UnitUse>(u => u.UnitId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<UsageReportDay> builder)
    {
        builder.Property(u => u.Tool).HasMaxLength(UsageTools.ToolMaxLength);
        builder.Property(u => u.Organisation).HasMaxLength(UsageReportDay.OrganisationMaxLength);
        builder.HasIndex(u => new { u.Tool, u.Organisation, u.Day }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TeamMembership> builder)
    {
        builder.Property(m => m.Login).HasMaxLength(UsageTools.LoginMaxLength);
        builder.Property(m => m.Team).HasMaxLength(TeamMembership.TeamMaxLength);
        builder.HasIndex(m => new { m.Day, m.Team, m.Login }).IsUnique();
        builder.HasIndex(m => new { m.Login, m.Day });
    }

    public void Configure(EntityTypeBuilder<LicenceSeat> builder)
    {
        builder.Property(s => s.Tool).HasMaxLength(UsageTools.ToolMaxLength);
        builder.Property(s => s.Login).HasMaxLength(UsageTools.LoginMaxLength);
        builder.Property(s => s.Team).HasMaxLength(TeamMembership.TeamMaxLength);
        builder.Property(s => s.Plan).HasMaxLength(LicenceSeat.PlanMaxLength);
        builder.HasIndex(s => new { s.Tool, s.Login }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PersonLogin> builder)
    {
        builder.HasKey(l => new { l.Provider, l.Login });
        builder.Property(l => l.Provider).HasMaxLength(PersonLogin.ProviderMaxLength);
        builder.Property(l => l.Login).HasMaxLength(UsageTools.LoginMaxLength);
        builder.HasIndex(l => l.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NobodysLogin> builder)
    {
        builder.HasKey(l => new { l.Provider, l.Login });
        builder.Property(l => l.Provider).HasMaxLength(PersonLogin.ProviderMaxLength);
        builder.Property(l => l.Login).HasMaxLength(UsageTools.LoginMaxLength);
        builder.HasIndex(l => l.DecidedAt);
    }
}
