using GovernancePortal.Data;
using GovernancePortal.Domain.Delivery;

namespace GovernancePortal.Web.Features.Delivery.ListDelivery;

internal static class DeliveryRows
{
    /// <summary>Rows that say a deployment went into production successfully. An empty environment is not production.</summary>
    public static IQueryable<DeliveryDeployment> InProduction(PortalDbContext db) =>
        db.DeliveryDeployments.Where(d => d.Environment == DeliveryDeployment.Production && d.Outcome == DeliveryDeployment.Success);
}
