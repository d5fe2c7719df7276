using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<DisplacementCase> DisplacementCases => Set<DisplacementCase>();

    public DbSet<DisplacedPosition> DisplacedPositions => Set<DisplacedPosition>();

    public DbSet<CaseReader> CaseReaders => Set<CaseReader>();

    public DbSet<RoleProfile> RoleProfiles => Set<RoleProfile>();

    public DbSet<RoleSeats> RoleSeats => Set<RoleSeats>();

    public DbSet<SkillLevel> SkillLevels => Set<SkillLevel>();

    public DbSet<RolePreference> RolePreferences => Set<RolePreference>();

    public DbSet<Handover> Handovers => Set<Handover>();
}
