using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.ListMoves;

public enum MoveOrder
{
    Name,
    Score,
    Stage,
}

/// <summary>The people of a plan and what is proposed to them, one page at a time.</summary>
/// <param name="Search">Beginning of a first or last name.</param>
/// <param name="Stage">Null for all.</param>
/// <param name="Seated">Only those with a seat, or only those without; null for both.</param>
[Requires(Policies.SeePlannedMoves)]
public sealed record ListMovesQuery(PlanId PlanId, string? Search, MoveStage? Stage, bool? Seated, MoveOrder Order, bool Descending, Paging Paging) : IRequest<Result<MoveList>>;

/// <param name="All">Everybody of the plan, whatever the filters.</param>
/// <param name="WithSeat">Of those.</param>
public sealed record MoveList(PlanId PlanId, string Plan, PlanState State, bool MayEdit, int All, int WithSeat, PageOf<MoveRow> Moves);

/// <param name="Seat">Name of the unit of the seat.</param>
public sealed record MoveRow(MoveId Id, string Name, string From, string? Role, string? Seat, double Score, double TrainingMonths, bool IsPinned, MoveStage Stage);

internal sealed class ListMovesValidator : AbstractValidator<ListMovesQuery>
{
    public ListMovesValidator()
    {
        RuleFor(q => q.Search).MaximumLength(Person.NameMaxLength).WithMessage("Search for fewer letters.");
        RuleFor(q => q.Stage).IsInEnum();
        RuleFor(q => q.Order).IsInEnum();
    }
}

internal sealed class ListMovesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ListMovesQuery, Result<MoveList>>
{
    public async Task<Result<MoveList>> Handle(ListMovesQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plans = db.ReallocationPlans.AsNoTracking().ReadableBy(db, user).Within(db, user.ScopeOf(Policies.SeePlannedMoves)).Where(p => p.Id == request.PlanId);
        var mayEdit = await plans.Within(db, user.ScopeOf(Policies.EditPlans)).AnyAsync(cancellationToken);
        // Somebody may be both executive and auditor; names follow the narrower of the two.
        if (!mayEdit && !await plans.AnyAsync(p => p.State == PlanState.Published || p.State == PlanState.Closed, cancellationToken)) return PlanErrors.NotFound;
        var head = await plans.Select(p => new { p.Name, p.State, p.CaseId }).FirstOrDefaultAsync(cancellationToken);
        if (head is not null) await CaseReadings.NoteAsync(db, user, [head.CaseId], clock.GetUtcNow(), cancellationToken);

        var moves = db.PlannedMoves.Where(m => m.PlanId == request.PlanId);
        var people = string.IsNullOrWhiteSpace(request.Search) ? db.People : db.People.WhoseNameBegins(request.Search);
        if (request.Stage is { } stage) moves = moves.Where(m => m.Stage == stage);
        if (request.Seated is { } seated) moves = moves.Where(m => m.RoleId != null == seated);
        var rows =
            from move in moves
            join person in people on move.PersonId equals person.Id
            join own in db.Units on person.UnitId equals own.Id
            join role in db.RoleProfiles on move.RoleId equals (RoleProfileId?)role.Id into roles
            from role in roles.DefaultIfEmpty()
            join seat in db.Units on move.SeatUnitId equals (UnitId?)seat.Id into seats
            from seat in seats.DefaultIfEmpty()
            select new Joined { Move = move, Person = person, From = own.Name, Role = role == null ? null : role.Title, Seat = seat == null ? null : seat.Name };
        var total = await rows.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var page = await Sorted(rows, request.Order, request.Descending).Skip(paging.Skip).Take(paging.Size)
            .Select(r => new MoveRow(r.Move.Id, r.Person.Name, r.From, r.Role, r.Seat, r.Move.Score, r.Move.TrainingMonths, r.Move.IsPinned, r.Move.Stage)).ToListAsync(cancellationToken);
        return new MoveList(
            request.PlanId,
            head?.Name ?? "",
            head?.State ?? PlanState.Draft,
            mayEdit,
            await db.PlannedMoves.CountAsync(m => m.PlanId == request.PlanId, cancellationToken),
            await db.PlannedMoves.CountAsync(m => m.PlanId == request.PlanId && m.RoleId != null, cancellationToken),
            new PageOf<MoveRow>(page, total, paging.Page, paging.Size));
    }

    private static IQueryable<Joined> Sorted(IQueryable<Joined> rows, MoveOrder order, bool descending) =>
        (order, descending) switch
        {
            (MoveOrder.Score, false) => rows.OrderBy(r => r.Move.Score).ThenBy(r => r.Move.Id),
            (MoveOrder.Score, true) => rows.OrderByDescending(r => r.Move.Score).ThenByDescending(r => r.Move.Id),
            (MoveOrder.Stage, false) => rows.OrderBy(r => r.Move.Stage).ThenBy(r => r.Person.SearchName).ThenBy(r => r.Move.Id),
            (MoveOrder.Stage, true) => rows.OrderByDescending(r => r.Move.Stage).ThenBy(r => r.Person.SearchName).ThenBy(r => r.Move.Id),
            (_, true) => rows.OrderByDescending(r => r.Person.SearchName).ThenByDescending(r => r.Move.Id),
            _ => rows.OrderBy(r => r.Person.SearchName).ThenBy(r => r.Move.Id),
        };

    private sealed class Joined
    {
        public required PlannedMove Move { get; init; }

        public required Person Person { get; init; }

        public required string From { get; init; }

        public string? Role { get; init; }

        public string? Seat { get; init; }
    }
}
