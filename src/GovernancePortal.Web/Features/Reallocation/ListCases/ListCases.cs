using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.ListCases;

public enum CaseOrder
{
    Created,
    Name,
    Positions,
}

/// <summary>Displacement cases, one page at a time. Reading their names counts as reading them.</summary>
/// <param name="Search">Part of a name, or of the unit's.</param>
/// <param name="State">Null for all.</param>
[Requires(Policies.ReadCases)]
public sealed record ListCasesQuery(string? Search, CaseState? State, CaseOrder Order, bool Descending, Paging Paging) : IRequest<Result<CaseList>>;

/// <param name="States">How many of those that the reader may see are in which state, whatever the filters.</param>
/// <param name="OpenPositions">Of all that are a draft or published.</param>
/// <param name="MayManage">Whether the reader may open another.</param>
public sealed record CaseList(PageOf<CaseRow> Cases, IReadOnlyDictionary<CaseState, int> States, int OpenPositions, bool MayManage)
{
    public int All => States.Values.Sum();
}

public sealed record CaseRow(CaseId Id, string Name, string Unit, CaseState State, int Positions, string AuthorName, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt);

internal sealed class ListCasesValidator : AbstractValidator<ListCasesQuery>
{
    public ListCasesValidator()
    {
        RuleFor(q => q.Search).MaximumLength(DisplacementCase.NameMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.State).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListCasesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ListCasesQuery, Result<CaseList>>
{
    public async Task<Result<CaseList>> Handle(ListCasesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var here = db.DisplacementCases.AsNoTracking().ReadableBy(db, user);
        var states = await here.GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count(), Positions = g.Sum(c => c.PositionCount) }).ToListAsync(cancellationToken);
        var rows = Matching(db, here, request);
        var total = await rows.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var page = await Sorted(rows, request.Order, request.Descending)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(r => new CaseRow(r.Case.Id, r.Case.Name, r.Unit, r.Case.State, r.Case.PositionCount, r.Case.AuthorName, r.Case.CreatedAt, r.Case.PublishedAt))
            .ToListAsync(cancellationToken);
        await CaseReadings.NoteAsync(db, user, [.. page.Select(c => c.Id)], clock.GetUtcNow(), cancellationToken);
        var open = states.Where(s => s.Key is CaseState.Draft or CaseState.Published).Sum(s => s.Positions);
        return new CaseList(new PageOf<CaseRow>(page, total, paging.Page, paging.Size), states.ToDictionary(s => s.Key, s => s.Count), open, user.Has(Policies.ManageCases));
    }

    private static IQueryable<Joined> Matching(PortalDbContext db, IQueryable<DisplacementCase> cases, ListCasesQuery request)
    {
        if (request.State is { } state) cases = cases.Where(c => c.State == state);
        var rows = cases.Join(db.Units, c => c.UnitId, u => u.Id, (c, u) => new Joined { Case = c, Unit = u.Path });
        if (string.IsNullOrWhiteSpace(request.Search)) return rows;
        var anywhere = LikePattern.Containing(request.Search.Trim());
        return rows.Where(r => EF.Functions.Like(r.Case.Name, anywhere, LikePattern.Escape) || EF.Functions.Like(r.Unit, anywhere, LikePattern.Escape));
    }

    private static IQueryable<Joined> Sorted(IQueryable<Joined> rows, CaseOrder order, bool descending) =>
        (order, descending) switch
        {
            (CaseOrder.Name, false) => rows.OrderBy(r => r.Case.Name).ThenBy(r => r.Case.Id),
            (CaseOrder.Name, true) => rows.OrderByDescending(r => r.Case.Name).ThenByDescending(r => r.Case.Id),
            (CaseOrder.Positions, false) => rows.OrderBy(r => r.Case.PositionCount).ThenBy(r => r.Case.Id),
            (CaseOrder.Positions, true) => rows.OrderByDescending(r => r.Case.PositionCount).ThenByDescending(r => r.Case.Id),
            (_, false) => rows.OrderBy(r => r.Case.CreatedAt).ThenBy(r => r.Case.Id),
            _ => rows.OrderByDescending(r => r.Case.CreatedAt).ThenByDescending(r => r.Case.Id),
        };

    private sealed class Joined
    {
        public required DisplacementCase Case { get; init; }

        public required string Unit { get; init; }
    }
}
