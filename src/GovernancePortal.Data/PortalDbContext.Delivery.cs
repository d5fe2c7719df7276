using GovernancePortal.Domain.Delivery;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data;

public sealed partial class PortalDbContext
{
    public DbSet<DeliveryDeployment> DeliveryDeployments => Set<DeliveryDeployment>();

    public DbSet<DeliveryIncident> DeliveryIncidents => Set<DeliveryIncident>();

    public DbSet<DeliveryScope> DeliveryScopes => Set<DeliveryScope>();

    public DbSet<DeliveryProjectUnit> DeliveryProjectUnits => Set<DeliveryProjectUnit>();

    public DbSet<DeliveryLink> DeliveryLinks => Set<DeliveryLink>();
}
