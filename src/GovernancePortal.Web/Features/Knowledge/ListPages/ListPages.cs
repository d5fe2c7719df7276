using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.ListPages;

/// <summary>The register of knowledge pages, one page of the list at a time.</summary>
[Requires(Policies.ViewPages)]
public sealed record ListPagesQuery(PageFilter Filter, PageOrder Order, bool Descending, Paging Paging) : IRequest<Result<PageList>>;

/// <param name="Search">Part of a title or an address.</param>
/// <param name="State">Only pages that stand so.</param>
/// <param name="UnitId">Only pages of this unit and below it.</param>
/// <param name="Work">Only what needs somebody: agents may not read it, or a wrong answer was reported.</param>
public sealed record PageFilter(string? Search = null, PageState? State = null, UnitId? UnitId = null, bool Work = false);

public enum PageOrder
{
    Title,
    Due,

    /// <summary>By wrong answers, then by what agents read most; always the most first.</summary>
    Need,
}

/// <param name="Pages">This page of the list.</param>
/// <param name="All">How many pages there are in scope, withdrawn ones left out.</param>
/// <param name="Readable">How many of those agents may read.</param>
/// <param name="UnitName">Of the unit that is looked at.</param>
public sealed record PageList(PageOf<PageRow> Pages, int All, int Readable, string? UnitName, DateOnly Today);

/// <param name="Owner">Null when nobody who works here owns it.</param>
/// <param name="Reads">By agents in the last 28 days.</param>
/// <param name="WrongAnswers">Reported and not answered.</param>
public sealed record PageRow(
    KnowledgePageId Id, string System, string Url, string Title, PageState State, string? Reason, Criticality Criticality, string? Owner, string OwnerText, DateOnly? DueOn, long Reads, int WrongAnswers);

internal sealed class ListPagesValidator : AbstractValidator<ListPagesQuery>
{
    public ListPagesValidator()
    {
        RuleFor(q => q.Filter.Search).MaximumLength(KnowledgePage.TitleMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.Filter.State).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListPagesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ListPagesQuery, Result<PageList>>
{
    public async Task<Result<PageList>> Handle(ListPagesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (today, filter) = (clock.Today(), request.Filter);
        var unit = filter.UnitId is { } id ? await db.Units.Where(u => u.Id == id).Select(u => new { u.Name, u.Left, u.Right }).SingleOrDefaultAsync(cancellationToken) : null;
        var here = db.KnowledgePages.AsNoTracking().Within(db.Units, user.ScopeOf(Policies.ViewPages));
        if (unit is { Left: var left, Right: var right }) here = here.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Left >= left && u.Left <= right));

        var all = await here.CountAsync(p => p.WithdrawnAt == null, cancellationToken);
        var readable = await here.InState(db, PageState.Fresh, today).CountAsync(p => p.IsAgentReadable, cancellationToken);
        var matching = Matching(db, here, filter, today);
        var total = await matching.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await RowsAsync(db, Sorted(db, matching, request, today).Skip(paging.Skip).Take(paging.Size), today, cancellationToken);
        return new PageList(new PageOf<PageRow>(rows, total, paging.Page, paging.Size), all, readable, unit?.Name, today);
    }

    private static IQueryable<KnowledgePage> Matching(PortalDbContext db, IQueryable<KnowledgePage> pages, PageFilter filter, DateOnly today)
    {
        if (filter.State is { } state) pages = pages.InState(db, state, today);
        else pages = pages.Where(p => p.WithdrawnAt == null);
        if (filter.Work)
        {
            var fresh = pages.InState(db, PageState.Fresh, today).Select(p => p.Id);
            pages = pages.Where(p => !fresh.Contains(p.Id) || db.WrongAnswers.Any(w => w.PageId == p.Id && w.SettledAt == null));
        }

        if (string.IsNullOrWhiteSpace(filter.Search)) return pages;
        var anywhere = LikePattern.Containing(filter.Search.Trim());
        return pages.Where(p => EF.Functions.Like(p.Title, anywhere, LikePattern.Escape) || EF.Functions.Like(p.Url, anywhere, LikePattern.Escape));
    }

    private static IQueryable<KnowledgePage> Sorted(PortalDbContext db, IQueryable<KnowledgePage> pages, ListPagesQuery request, DateOnly today)
    {
        var reads = db.PageReads.WeighingOn(today);
        var ordered = (request.Order, request.Descending) switch
        {
            (PageOrder.Due, false) => pages.OrderBy(p => p.DueOn),
            (PageOrder.Due, true) => pages.OrderByDescending(p => p.DueOn),
            (PageOrder.Need, _) => pages
                .OrderByDescending(p => db.WrongAnswers.Count(w => w.PageId == p.Id && w.SettledAt == null))
                .ThenByDescending(p => reads.Where(r => r.PageId == p.Id).Sum(r => (long?)r.Count) ?? 0)
                .ThenByDescending(p => p.Criticality),
            (_, true) => pages.OrderByDescending(p => p.Title),
            _ => pages.OrderBy(p => p.Title),
        };
        return ordered.ThenBy(p => p.Id);
    }

    private static async Task<IReadOnlyList<PageRow>> RowsAsync(PortalDbContext db, IQueryable<KnowledgePage> pages, DateOnly today, CancellationToken cancellationToken)
    {
        var (here, reads) = (db.WorkingOn(today), db.PageReads.WeighingOn(today));
        var rows = await pages
            .Select(p => new
            {
                Page = p,
                Owner = here.Where(o => o.Id == p.Owner).Select(o => o.Name).FirstOrDefault(),
                Reads = reads.Where(r => r.PageId == p.Id).Sum(r => (long?)r.Count) ?? 0,
                Wrong = db.WrongAnswers.Count(w => w.PageId == p.Id && w.SettledAt == null),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r =>
            {
                var (p, state) = (r.Page, r.Page.StateOn(today, r.Owner is not null));
                return new PageRow(p.Id, p.System, p.Url, p.Title, state, PageWords.Code(state, p.IsAgentReadable), p.Criticality, r.Owner, p.OwnerText, p.DueOn, r.Reads, r.Wrong);
            }),
        ];
    }
}
