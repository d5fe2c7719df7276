using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Notices.Making;

/// <summary>What those concerned by a case are told, and only once it is published.</summary>
internal static class CaseNotices
{
    public static async Task<IReadOnlyList<DueNotice>> DueAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var here = db.WorkingOn(day);
        var published = db.DisplacementCases.Where(c => c.State == CaseState.Published);
        var positions = await db.DisplacedPositions.Where(p => p.IsOpen)
            .Join(published, p => p.CaseId, c => c.Id, (p, c) => new { p.PersonId, c.Id, c.PublishedAt })
            .Where(p => here.Any(h => h.Id == p.PersonId))
            .ToListAsync(cancellationToken);
        return [.. positions.Select(p => new DueNotice(p.PersonId, NoticeKind.PositionDisplaced, p.Id.Value, p.PublishedAt!.Value.UtcDay()))];
    }
}
