using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<UsageMonth> UsageMonths => Set<UsageMonth>();

    public DbSet<UnitUse> UnitUses => Set<UnitUse>();

    public DbSet<UsageCountDay> UsageCountDays => Set<UsageCountDay>();

    public DbSet<UsageReportDay> UsageReportDays => Set<UsageReportDay>();

    public DbSet<TeamMembership> TeamMemberships => Set<TeamMembership>();

    public DbSet<LicenceSeat> LicenceSeats => Set<LicenceSeat>();

    public DbSet<PersonLogin> PersonLogins => Set<PersonLogin>();

    public DbSet<NobodysLogin> NobodysLogins => Set<NobodysLogin>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();
}
