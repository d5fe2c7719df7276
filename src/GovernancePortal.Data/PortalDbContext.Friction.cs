using GovernancePortal.Domain.Friction;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<FrictionReport> FrictionReports => Set<FrictionReport>();

    public DbSet<FrictionKey> FrictionKeys => Set<FrictionKey>();

    public DbSet<FrictionFigure> FrictionFigures => Set<FrictionFigure>();
}
