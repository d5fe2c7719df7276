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

    /// <summary>By wrong answers, then by incidents that are not closed, then by what agents read most; always the most first.</summary>
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
/// <param name="Incidents">Not closed, and linked with the page.</param>
public sealed record PageRow(
    KnowledgePageId Id, string System, string Url, string Title, PageState State, string? Reason, Criticality Criticality, string? Owner, string OwnerText, DateOnly? DueOn, long Reads, int WrongAnswers,
    int Incidents);

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
        var unit = filter.UnitId is { } id ? await db.Units.Where(u => u.Id == id).Select(u => new { u.Name }).SingleOrDefaultAsync(cancellationToken) : null;
        var here = db.KnowledgePages.AsNoTracking().Within(db.Units, user.ScopeOf(Policies.ViewPages));
        here = here.OfUnit(db, filter.UnitId);

        var all = await here.CountAsync(p => p.Standing != PageState.Withdrawn, cancellationToken);
        var readable = await here.Where(p => p.IsAgentReadable).CountFreshAsync(db, today, cancellationToken);
        var matching = PageRows.Matching(db, here, filter, today);
        var total = await matching.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await PageRows.ReadAsync(db, PageRows.Sorted(db, matching, request.Order, request.Descending, today).Skip(paging.Skip).Take(paging.Size), today).ToListAsync(cancellationToken);
        return new PageList(new PageOf<PageRow>(rows, total, paging.Page, paging.Size), all, readable, unit?.Name, today);
    }
}
