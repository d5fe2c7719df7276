namespace GovernancePortal.Domain.Delivery;

/// <summary>An incident as a delivery tool tells it: only where and when it began. It says nothing about severity, and its last change is no time of repair.</summary>
public sealed class DeliveryIncident
{
    private DeliveryIncident() { }

    public long Id { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>What kind of scope it was reported in, such as <c>repos</c> or <c>boards</c>.</summary>
    public string ScopeKind { get; private set; } = "";

    public string Scope { get; private set; } = "";

    public DateTimeOffset BeganAt { get; private set; }
}
