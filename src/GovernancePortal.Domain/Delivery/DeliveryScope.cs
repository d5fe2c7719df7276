namespace GovernancePortal.Domain.Delivery;

/// <summary>That a scope of deployments or incidents belongs to a project.</summary>
public sealed class DeliveryScope
{
    public const int ProjectMaxLength = 200;

    /// <summary>Kind of the scopes that deployments run in.</summary>
    public const string Deployments = "cicd_scopes";

    private DeliveryScope() { }

    public long Id { get; private set; }

    public string Project { get; private set; } = "";

    public string ScopeKind { get; private set; } = "";

    public string Scope { get; private set; } = "";
}
