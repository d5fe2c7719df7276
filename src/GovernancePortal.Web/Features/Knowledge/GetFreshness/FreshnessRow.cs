namespace GovernancePortal.Web.Features.Knowledge.GetFreshness;

/// <param name="Href">Where it leads; null when it leads nowhere.</param>
public sealed record FreshnessRow(string Name, string? Href, FreshCount Count, string? Note = null);
