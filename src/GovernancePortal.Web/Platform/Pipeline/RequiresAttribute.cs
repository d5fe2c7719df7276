namespace GovernancePortal.Web.Platform.Pipeline;

/// <summary>Names the policy that a request needs. A request without one is refused.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(string policy) : Attribute
{
    public string Policy { get; } = policy;
}
