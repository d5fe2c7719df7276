using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Knowledge;

/// <summary>Where pages stand, as <see cref="KnowledgePage.StateOn"/> says it, for the database.</summary>
public static class PageQueries
{
    public static IQueryable<KnowledgePage> InState(this IQueryable<KnowledgePage> pages, PortalDbContext db, PageState state, DateOnly day)
    {
        if (state == PageState.Withdrawn) return pages.Where(p => p.WithdrawnAt != null);
        var open = pages.Where(p => p.WithdrawnAt == null);
        if (state == PageState.Quarantined) return open.Where(p => p.QuarantinedAt != null);
        open = open.Where(p => p.QuarantinedAt == null);
        if (state == PageState.Unverified) return open.Where(p => p.DueOn == null);
        if (state == PageState.Edited) return open.Where(p => p.DueOn != null && p.VerifiedHash != p.ContentHash);
        open = open.Where(p => p.DueOn != null && p.VerifiedHash == p.ContentHash);
        if (state == PageState.Overdue) return open.Where(p => p.DueOn < day);
        open = open.Where(p => p.DueOn >= day);
        var here = db.WorkingOn(day);
        return state == PageState.Unowned ? open.Where(p => !here.Any(o => o.Id == p.Owner)) : open.Where(p => here.Any(o => o.Id == p.Owner));
    }

    /// <summary>Those who own a page and work here on a day; few people own many pages.</summary>
    public static async Task<IReadOnlySet<PersonId>> OwnersHereAsync(this PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var here = db.WorkingOn(day);
        var owners = await db.KnowledgePages.Where(p => p.Owner != null).Select(p => p.Owner!.Value).Distinct().Where(o => here.Any(h => h.Id == o)).ToListAsync(cancellationToken);
        return owners.ToHashSet();
    }

    /// <summary>Everybody who works here on a day.</summary>
    public static IQueryable<Person> WorkingOn(this PortalDbContext db, DateOnly day) => db.People.Where(p => p.LeftOn == null || p.LeftOn > day);

    /// <summary>What was read in the days that weigh freshness on a day.</summary>
    public static IQueryable<PageRead> WeighingOn(this IQueryable<PageRead> reads, DateOnly day)
    {
        var from = day.AddDays(1 - PageRead.Days);
        return reads.Where(r => r.Day >= from && r.Day <= day);
    }
}
