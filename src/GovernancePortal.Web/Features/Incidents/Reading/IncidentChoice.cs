namespace GovernancePortal.Web.Features.Incidents.Reading;

/// <summary>Something that can be chosen; the label names it uniquely.</summary>
public sealed record IncidentChoice(Guid Id, string Label);
