using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>A page that somebody who goes owns, and nobody who stays is deputy of.</summary>
public sealed record ExposedPage(KnowledgePageId Id, string Title, bool IsCritical, PersonId Owner);

/// <summary>An agent or tool that nobody who stays answers for.</summary>
public sealed record ExposedAgent(string Name, PersonId Person, bool IsGateOnly);

/// <summary>What only those who go own or know. It holds ids and counts, and its sentences name nobody.</summary>
/// <param name="People">How many go.</param>
/// <param name="Systems">Each that one of them holds.</param>
/// <param name="Pages">Owned by them with nobody to follow, the critical ones first; handed over ones are left out.</param>
public sealed record KnowledgeExposure(int People, IReadOnlyList<ExposedSystem> Systems, IReadOnlyList<ExposedPage> Pages)
{
    /// <summary>Pages that they own at all.</summary>
    public int PagesOwned { get; init; }

    /// <summary>Pages of other owners that they verified last.</summary>
    public int PagesVerified { get; init; }

    public IReadOnlyList<ExposedAgent> Agents { get; init; } = [];

    /// <summary>Those of them who may sign off changes.</summary>
    public int Reviewers { get; init; }

    /// <summary>What incidents asked for and they did, in the time looked at.</summary>
    public int IncidentActions { get; init; }

    public bool Stops => Systems.Any(s => s.Standing == ExposureStanding.Stops);

    public bool IsThin => Pages.Count > 0 || Agents.Count > 0 || Systems.Any(s => s.Standing == ExposureStanding.Watch);

    public static KnowledgeExposure Of(IReadOnlySet<PersonId> going, IEnumerable<SystemKnowledge> systems, IEnumerable<ExposedPage> pages) =>
        new(
            going.Count,
            [
                .. systems.Select(s => ExposedSystem.Of(s, going)).Where(s => s.Going.Count > 0)
                    .OrderByDescending(s => s.Standing).ThenByDescending(s => s.Weight).ThenBy(s => s.Staying).ThenBy(s => s.Name, StringComparer.Ordinal),
            ],
            [.. pages.OrderByDescending(p => p.IsCritical).ThenBy(p => p.Title, StringComparer.Ordinal).ThenBy(p => p.Id.Value)]);
}
