using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>
/// The units whose use may be shown, the same for everybody: whoever compares nested units, on whatever pages, finds no group under five. Units with a target come
/// first, in the order in which they got one, so that a figure that was shown does not go when somebody else sets a target.
/// </summary>
internal sealed class UseGroups
{
    private readonly IReadOnlySet<int> _told;

    private UseGroups(IReadOnlyList<UnitRange> order, SubtreeSums people) =>
        (Order, _told) = (order, SmallGroups.Tellable(order, people).Select(r => r.Left).ToHashSet());

    /// <summary>All units, in the order of preference.</summary>
    public IReadOnlyList<UnitRange> Order { get; }

    public static async Task<UseGroups> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var units = await db.Units.OrderBy(u => u.Left).Select(u => new { u.Id, u.Left, u.Right, u.DirectHeadcount }).ToListAsync(cancellationToken);
        var targets = await db
            .AdoptionTargets.IgnoreAutoIncludes()
            .Where(t => t.LastEvaluatedOn != null && t.Scope != null)
            .OrderBy(t => t.DraftedAt).ThenBy(t => t.Id)
            .Select(t => t.Scope!.Value)
            .ToListAsync(cancellationToken);
        var ranges = units.ToDictionary(u => u.Id, u => new UnitRange(u.Left, u.Right));
        return new UseGroups([.. targets.Distinct().Select(id => ranges[id]).Concat(ranges.Values).Distinct()], new SubtreeSums(units.Select(u => (u.Left, u.DirectHeadcount))));
    }

    /// <param name="left">Of the unit; see <see cref="Unit.Left"/>.</param>
    public bool MayTell(int left) => _told.Contains(left);
}
