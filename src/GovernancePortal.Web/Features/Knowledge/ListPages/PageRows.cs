using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.ListPages;

/// <summary>The rows of the register, for its list and for the file of it.</summary>
internal static class PageRows
{
    public static IQueryable<KnowledgePage> Matching(PortalDbContext db, IQueryable<KnowledgePage> pages, PageFilter filter, DateOnly today)
    {
        if (filter.State is { } state) pages = pages.InState(db, state, today);
        else pages = pages.Where(p => p.Standing != PageState.Withdrawn);
        if (filter.Work) pages = pages.NeedingWork(db, today);

        if (string.IsNullOrWhiteSpace(filter.Search)) return pages;
        var anywhere = LikePattern.Containing(filter.Search.Trim());
        return pages.Where(p => EF.Functions.Like(p.Title, anywhere, LikePattern.Escape) || EF.Functions.Like(p.Url, anywhere, LikePattern.Escape));
    }

    public static IQueryable<KnowledgePage> Sorted(PortalDbContext db, IQueryable<KnowledgePage> pages, PageOrder order, bool descending, DateOnly today)
    {
        var (reads, links) = (db.PageReads.WeighingOn(today), OpenLinks(db));
        var ordered = (order, descending) switch
        {
            (PageOrder.Due, false) => pages.OrderBy(p => p.DueOn),
            (PageOrder.Due, true) => pages.OrderByDescending(p => p.DueOn),
            (PageOrder.Need, _) => pages
                .OrderByDescending(p => db.WrongAnswers.Count(w => w.PageId == p.Id && w.SettledAt == null))
                .ThenByDescending(p => links.Count(l => l.Reference == p.Url))
                .ThenByDescending(p => reads.Where(r => r.PageId == p.Id).Sum(r => (long?)r.Count) ?? 0)
                .ThenByDescending(p => p.Criticality),
            (_, true) => pages.OrderByDescending(p => p.Title),
            _ => pages.OrderBy(p => p.Title),
        };
        return ordered.ThenBy(p => p.Id);
    }

    public static async IAsyncEnumerable<PageRow> ReadAsync(PortalDbContext db, IQueryable<KnowledgePage> pages, DateOnly today)
    {
        var (here, reads, links) = (db.WorkingOn(today), db.PageReads.WeighingOn(today), OpenLinks(db));
        var rows = pages.Select(p => new
        {
            Page = p,
            Owner = here.Where(o => o.Id == p.Owner).Select(o => o.Name).FirstOrDefault(),
            Reads = reads.Where(r => r.PageId == p.Id).Sum(r => (long?)r.Count) ?? 0,
            Wrong = db.WrongAnswers.Count(w => w.PageId == p.Id && w.SettledAt == null),
            Incidents = links.Count(l => l.Reference == p.Url),
        });
        await foreach (var r in rows.AsAsyncEnumerable())
        {
            var (p, state) = (r.Page, r.Page.StateOn(today, r.Owner is not null));
            yield return new PageRow(p.Id, p.System, p.Url, p.Title, state, PageWords.Code(state, p.IsAgentReadable), p.Criticality, r.Owner, p.OwnerText, p.DueOn, r.Reads, r.Wrong, r.Incidents);
        }
    }

    /// <summary>What incidents that are not closed say of pages.</summary>
    private static IQueryable<IncidentLink> OpenLinks(PortalDbContext db) =>
        db.IncidentLinks.Where(l => l.Kind == IncidentLinkKind.KnowledgePage && db.Incidents.Any(i => i.Id == l.IncidentId && i.State != IncidentState.Closed));
}
