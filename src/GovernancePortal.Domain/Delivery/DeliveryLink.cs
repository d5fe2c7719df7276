namespace GovernancePortal.Domain.Delivery;

/// <summary>
/// The deployment that an incident is put down to in a project: the last one that had gone into production successfully before the incident began.
/// Worked out anew after every import of delivery data.
/// </summary>
public sealed class DeliveryLink
{
    private DeliveryLink() { }

    public long IncidentId { get; private set; }

    public string Project { get; private set; } = "";

    public string Deployment { get; private set; } = "";
}
