using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Delivery;

/// <summary>That a unit answers for a project. Delivery tools know no units, so somebody says it.</summary>
public sealed class DeliveryProjectUnit
{
    private DeliveryProjectUnit() { }

    public DeliveryProjectUnit(string project, UnitId unitId) => (Project, UnitId) = (project, unitId);

    public string Project { get; private set; } = "";

    public UnitId UnitId { get; private set; }
}
