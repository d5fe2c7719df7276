using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.Reading;

/// <summary>Which pages a request may touch. A page of no unit belongs to the whole organisation.</summary>
internal static class PageAccess
{
    public static IQueryable<KnowledgePage> Within(this IQueryable<KnowledgePage> pages, IQueryable<Unit> units, UnitScope scope)
    {
        if (scope.IsWholeOrganisation) return pages;

        var covered = units.Within(scope).Select(u => u.Id);
        return pages.Where(p => p.UnitId != null && covered.Contains(p.UnitId.Value));
    }

    /// <summary>Those of a unit and everything below it; all when none is named.</summary>
    public static IQueryable<KnowledgePage> OfUnit(this IQueryable<KnowledgePage> pages, PortalDbContext db, UnitId? unit) =>
        unit is { } id ? pages.Where(p => db.Units.Any(u => u.Id == p.UnitId && db.Units.Any(w => w.Id == id && u.Left >= w.Left && u.Left <= w.Right))) : pages;

    /// <summary>Loads a page for a decision that was made looking at <paramref name="version"/>.</summary>
    public static async Task<Result<KnowledgePage>> FindAsync(PortalDbContext db, UnitScope scope, KnowledgePageId id, int version, CancellationToken cancellationToken)
    {
        var page = await db.KnowledgePages.Within(db.Units, scope).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (page is null) return CommonErrors.NotFound;
        // Told before the domain refuses for a reason that hides the race.
        return page.Version == version ? page : CommonErrors.ChangedMeanwhile;
    }

    /// <summary>A decision about a page answers what was reported of it.</summary>
    public static async Task SettleAsync(PortalDbContext db, KnowledgePageId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var report in await db.WrongAnswers.Where(r => r.PageId == id && r.SettledAt == null).ToListAsync(cancellationToken)) report.Settle(now);
    }

    /// <summary>As the ledger names it.</summary>
    public static string Subject(KnowledgePageId id) => $"page:{id.Value}";
}
