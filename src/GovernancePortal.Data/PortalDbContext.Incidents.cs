using GovernancePortal.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<IncidentAttribution> IncidentAttributions => Set<IncidentAttribution>();

    public DbSet<IncidentAction> IncidentActions => Set<IncidentAction>();

    public DbSet<IncidentEvent> IncidentEvents => Set<IncidentEvent>();

    public DbSet<IncidentLink> IncidentLinks => Set<IncidentLink>();

    public DbSet<IncidentCorrection> IncidentCorrections => Set<IncidentCorrection>();
}
