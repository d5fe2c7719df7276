using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.OfferMoves;

/// <summary>Offers their seat to everybody of a published plan who was not asked yet; who was asked and has not answered gets the later day.</summary>
/// <param name="AnswerBy">The last day on which they can answer.</param>
/// <param name="Decider">Name of the human who decides and to whom one turns.</param>
[Requires(Policies.EditPlans)]
public sealed record SendOffersCommand(PlanId PlanId, int Version, DateOnly AnswerBy, string Decider) : IRequest<Result>;

/// <summary>Matches somebody of a published plan to another role after they declined one or asked for a change; never to one they declined.</summary>
[Requires(Policies.EditPlans)]
public sealed record RematchMoveCommand(PlanId PlanId, int Version, MoveId MoveId) : IRequest<Result>;

internal sealed class OfferMovesHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, IMatchSolver solver, TimeProvider clock)
    : IRequestHandler<SendOffersCommand, Result>,
        IRequestHandler<RematchMoveCommand, Result>
{
    public async Task<Result> Handle(SendOffersCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PlanAccess.FindForChangeAsync(db, user, request.PlanId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var plan = found.Value;
        var open = plan.Moves.Where(m => m.HasSeat && m.Stage is MoveStage.Proposed or MoveStage.Offered).ToList();
        if (open.Count == 0) return plan.State == PlanState.Published ? new Error("plan.offers.none", "Everybody with a seat has been asked and has answered.") : PlanErrors.Not(PlanState.Published, plan.State);
        foreach (var move in open)
        {
            var offered = move.Offer(plan, request.AnswerBy, request.Decider, clock.GetUtcNow());
            if (!offered.IsSuccess) return offered;
        }

        db.Tell(user, plan.Id, "offered", new { moves = open.Select(m => m.Id.Value), answerBy = request.AnswerBy });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result> Handle(RematchMoveCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PlanAccess.FindForChangeAsync(db, user, request.PlanId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var plan = found.Value;
        if (plan.Moves.FirstOrDefault(m => m.Id == request.MoveId) is not { } move) return PlanErrors.NoSuchMove;

        var ground = await PlanGroundReader.ReadAsync(db, plan.Id, plan.CaseId, cancellationToken);
        if (ground.People.FirstOrDefault(p => p.Id == move.PersonId) is not { } person) return PlanErrors.NotSolved;
        var taken = plan.Moves.Where(m => m.Id != move.Id && m is { HasSeat: true, Stage: not (MoveStage.Declined or MoveStage.Left) }).ToLookup(m => (m.RoleId, m.SeatUnitId));
        var left = new PlanGround([person], ground.Roles, [.. ground.Seats.Select(s => s with { Free = Math.Max(0, s.Free - taken[(s.RoleId, s.UnitId)].Count()) })]);
        var proposal = new PlanMatcher(left, plan.Pairs).Propose(solver, cancellationToken)[0];
        if (proposal.Seat is not { } seat) return PlanErrors.NoSeat;

        var matched = plan.Rematch(move, proposal, left.Free(seat.RoleId));
        if (!matched.IsSuccess) return matched;
        db.Tell(user, plan.Id, "rematched", new { move = move.Id.Value, role = seat.RoleId.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
