using GovernancePortal.Data;
using GovernancePortal.Domain.Delivery;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Delivery.ListDelivery;

internal static class DeliveryRows
{
    /// <summary>Rows that say a deployment went into production successfully. An empty environment is not production.</summary>
    public static IQueryable<DeliveryDeployment> InProduction(PortalDbContext db) =>
        db.DeliveryDeployments.Where(d => d.Environment == DeliveryDeployment.Production && d.Outcome == DeliveryDeployment.Success);

    /// <summary>Projects that the unit, or a unit below it, answers for; all of them when no unit is asked for.</summary>
    public static IQueryable<string> Projects(PortalDbContext db, UnitId? unit) =>
        unit is { } id
            ? db.DeliveryProjectUnits.Where(p => db.Units.Any(u => u.Id == id && db.Units.Any(own => own.Id == p.UnitId && own.Left >= u.Left && own.Left <= u.Right))).Select(p => p.Project)
            : db.DeliveryScopes.Select(s => s.Project).Distinct();
}
