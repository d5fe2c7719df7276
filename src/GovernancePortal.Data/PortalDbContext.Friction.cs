using GovernancePortal.Domain.Friction;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<FrictionReport> FrictionReports => Set<FrictionReport>();

    public DbSet<FrictionText> FrictionTexts => Set<FrictionText>();

    public DbSet<FrictionFigure> FrictionFigures => Set<FrictionFigure>();
}
