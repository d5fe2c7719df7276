using GovernancePortal.Domain.Access;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>What somebody holds: a role, or the scopes of an API key, for one unit interval.</summary>
public sealed record Grant(Role? Role, IReadOnlySet<string> ApiScopes, UnitRange Range, string UnitName)
{
    public bool Carries(Policy policy) => Role is { } role ? policy.Roles.Contains(role) : policy.ApiScopes.Overlaps(ApiScopes);
}
