using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Incidents;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Incidents that use up a budget of minutes, each where its unit stands in the tree.</summary>
/// <param name="Kept">Where units stand that recorded any incident within <see cref="KeptDays"/>.</param>
internal sealed record IncidentFigures(IReadOnlyList<PlacedIncident> Incidents, IReadOnlyList<int> Kept)
{
    /// <summary>A unit that recorded no incident for so long no longer shows that it records them.</summary>
    public const int KeptDays = 365;

    /// <summary>What began before <paramref name="until"/> and did not end before the four weeks before it; what AI had no part in is left out, what nobody has answered is not.</summary>
    public static async Task<IncidentFigures> ReadAsync(PortalDbContext db, IReadOnlyList<UnitRange> units, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (from, kept) = (until.AddDays(-IncidentImpact.WindowDays), until.AddDays(-KeptDays));
        var rows = await db
            .Incidents.Where(i => i.StartedAt < until && (i.EndedAt == null || i.EndedAt > from) && i.AiInvolvement != AiInvolvement.NotAi)
            .Join(db.Units, i => i.UnitId, u => u.Id, (i, u) => new PlacedIncident(u.Left, i.Severity, i.StartedAt, i.EndedAt, i.AiInvolvement == AiInvolvement.Unknown))
            .ToListAsync(cancellationToken);
        var places = await db.Units.Where(u => db.Incidents.Any(i => i.UnitId == u.Id && i.StartedAt >= kept && i.StartedAt < until)).Select(u => u.Left).ToListAsync(cancellationToken);
        return new IncidentFigures([.. rows.Where(r => units.Any(u => u.Covers(r.Left)))], [.. places.Where(p => units.Any(u => u.Covers(p)))]);
    }

    public bool IsKept(UnitRange range) => Kept.Any(range.Covers);

    public IReadOnlyList<PlacedIncident> Within(UnitRange range) => [.. Incidents.Where(i => range.Covers(i.Left))];
}

/// <param name="Left">Where its unit stands.</param>
/// <param name="IsUnanswered">Nobody has said yet what AI had to do with it.</param>
internal sealed record PlacedIncident(int Left, int Severity, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool IsUnanswered);
