using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.ListPlans;

public enum PlanOrder
{
    Created,
    Name,
    State,
}

/// <summary>Plans that the reader may see, one page at a time.</summary>
/// <param name="Search">Part of a name.</param>
/// <param name="State">Null for all.</param>
[Requires(Policies.SeePlans)]
public sealed record ListPlansQuery(string? Search, PlanState? State, PlanOrder Order, bool Descending, Paging Paging) : IRequest<Result<PlanList>>;

/// <param name="States">How many of those that the reader may see are in which state, whatever the filters.</param>
/// <param name="MayMake">Whether the reader may begin another.</param>
public sealed record PlanList(PageOf<PlanRow> Plans, IReadOnlyDictionary<PlanState, int> States, bool MayMake)
{
    public int All => States.Values.Sum();
}

public sealed record PlanRow(PlanId Id, string Name, string Unit, PlanState State, int People, int WithSeat, int Accepted, DateTimeOffset CreatedAt, string AuthorName);

internal sealed class ListPlansValidator : AbstractValidator<ListPlansQuery>
{
    public ListPlansValidator()
    {
        RuleFor(q => q.Search).MaximumLength(ReallocationPlan.NameMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.State).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListPlansHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListPlansQuery, Result<PlanList>>
{
    public async Task<Result<PlanList>> Handle(ListPlansQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var here = db.ReallocationPlans.AsNoTracking().ReadableBy(db, user);
        var states = await here.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var found = here;
        if (request.State is { } state) found = found.Where(p => p.State == state);
        if (!string.IsNullOrWhiteSpace(request.Search))
        {
            var anywhere = LikePattern.Containing(request.Search.Trim());
            found = found.Where(p => EF.Functions.Like(p.Name, anywhere, LikePattern.Escape));
        }

        var total = await found.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var page = Sorted(found, request.Order, request.Descending).Skip(paging.Skip).Take(paging.Size);
        var rows = await page.Select(p => new PlanRow(
            p.Id,
            p.Name,
            db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Path).First(),
            p.State,
            db.PlannedMoves.Count(m => m.PlanId == p.Id),
            db.PlannedMoves.Count(m => m.PlanId == p.Id && m.RoleId != null),
            db.PlannedMoves.Count(m => m.PlanId == p.Id && (m.Stage == MoveStage.Accepted || (m.Stage >= MoveStage.Training && m.Stage < MoveStage.Left))),
            p.CreatedAt,
            p.AuthorName)).ToListAsync(cancellationToken);
        return new PlanList(new PageOf<PlanRow>(rows, total, paging.Page, paging.Size), states, user.Has(Policies.EditPlans));
    }

    private static IQueryable<ReallocationPlan> Sorted(IQueryable<ReallocationPlan> plans, PlanOrder order, bool descending) =>
        (order, descending) switch
        {
            (PlanOrder.Name, false) => plans.OrderBy(p => p.Name).ThenBy(p => p.Id),
            (PlanOrder.Name, true) => plans.OrderByDescending(p => p.Name).ThenByDescending(p => p.Id),
            (PlanOrder.State, false) => plans.OrderBy(p => p.State).ThenByDescending(p => p.CreatedAt).ThenBy(p => p.Id),
            (PlanOrder.State, true) => plans.OrderByDescending(p => p.State).ThenByDescending(p => p.CreatedAt).ThenBy(p => p.Id),
            (_, false) => plans.OrderBy(p => p.CreatedAt).ThenBy(p => p.Id),
            _ => plans.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id),
        };
}
