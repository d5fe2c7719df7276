using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Knowledge;

/// <summary>Where pages stand, as <see cref="KnowledgePage.StateOn"/> says it, for the database.</summary>
public static class PageQueries
{
    public static IQueryable<KnowledgePage> InState(this IQueryable<KnowledgePage> pages, PortalDbContext db, PageState state, DateOnly day)
    {
        if (state is not (PageState.Fresh or PageState.Overdue or PageState.Unowned)) return pages.Where(p => p.Standing == state);
        var verified = pages.Where(p => p.Standing == PageState.Fresh);
        if (state == PageState.Overdue) return verified.Where(p => p.DueOn < day);
        var (inTime, here) = (verified.Where(p => p.DueOn >= day), db.WorkingOn(day));
        return state == PageState.Unowned ? inTime.Where(p => !here.Any(o => o.Id == p.Owner)) : inTime.Where(p => here.Any(o => o.Id == p.Owner));
    }

    /// <summary>How many are fresh. They are counted by their owners first, who are few, so that only those have to be looked up.</summary>
    public static Task<int> CountFreshAsync(this IQueryable<KnowledgePage> pages, PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var here = db.WorkingOn(day);
        return pages
            .Where(p => p.Standing == PageState.Fresh && p.DueOn >= day && p.Owner != null)
            .GroupBy(p => p.Owner)
            .Select(g => new { Owner = g.Key, Pages = g.Count() })
            .Where(g => here.Any(o => o.Id == g.Owner))
            .SumAsync(g => g.Pages, cancellationToken);
    }

    /// <summary>Pages that somebody has to do something about: they are not withdrawn and not fresh, or a wrong answer was reported.</summary>
    public static IQueryable<KnowledgePage> NeedingWork(this IQueryable<KnowledgePage> pages, PortalDbContext db, DateOnly day)
    {
        var (here, doubted) = (db.WorkingOn(day), db.WrongAnswers.Where(w => w.SettledAt == null).Select(w => w.PageId));
        return pages.Where(p =>
            p.Standing != PageState.Withdrawn
            && (p.Standing != PageState.Fresh || p.DueOn < day || !here.Any(o => o.Id == p.Owner) || doubted.Contains(p.Id)));
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
