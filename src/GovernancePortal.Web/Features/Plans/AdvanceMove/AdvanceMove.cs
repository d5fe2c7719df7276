using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.AdvanceMove;

/// <summary>What can happen to an accepted move next.</summary>
public enum MoveStep
{
    BeginTraining,
    CompleteTraining,
    HandOver,
    Start,
}

/// <summary>Takes an accepted move one step on: Human Resources of the plan's unit, or whoever leads the unit of the seat.</summary>
/// <param name="Version">Of the move, as it was read.</param>
/// <param name="On">The day; not one to come.</param>
[Requires(Policies.FollowMoves)]
public sealed record AdvanceMoveCommand(MoveId MoveId, int Version, MoveStep Step, DateOnly On) : IRequest<Result>;

/// <summary>Reviews a move 3, 6 or 12 months after its start.</summary>
[Requires(Policies.FollowMoves)]
public sealed record ReviewMoveCommand(MoveId MoveId, int Version, ReviewFinding Finding, string Words) : IRequest<Result>;

/// <summary>Ends a move: the person left, or goes back or on.</summary>
[Requires(Policies.EditPlans)]
public sealed record LeaveMoveCommand(MoveId MoveId, int Version, string Reason) : IRequest<Result>;

internal sealed class AdvanceMoveValidator : AbstractValidator<AdvanceMoveCommand>
{
    public AdvanceMoveValidator(TimeProvider clock)
    {
        RuleFor(c => c.Step).IsInEnum();
        RuleFor(c => c.On).LessThanOrEqualTo(_ => clock.Today()).WithMessage("This day is still to come.");
    }
}

internal sealed class ReviewMoveValidator : AbstractValidator<ReviewMoveCommand>
{
    public ReviewMoveValidator() => RuleFor(c => c.Finding).IsInEnum().WithMessage("Choose what was found.");
}

internal sealed class AdvanceMoveHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<AdvanceMoveCommand, Result>,
        IRequestHandler<ReviewMoveCommand, Result>,
        IRequestHandler<LeaveMoveCommand, Result>
{
    public Task<Result> Handle(AdvanceMoveCommand request, CancellationToken cancellationToken) =>
        ActAsync(
            request.MoveId,
            request.Version,
            async (db, plan, move) => request.Step switch
            {
                MoveStep.BeginTraining => move.BeginTraining(plan, request.On),
                MoveStep.CompleteTraining => move.CompleteTraining(plan, request.On),
                MoveStep.HandOver => move.HandOver(plan, await db.Handovers.CountAsync(h => h.From == move.PersonId && h.State == HandoverState.Agreed, cancellationToken), request.On),
                _ => move.Start(plan, request.On),
            },
            request.Step.ToCode(),
            cancellationToken);

    public Task<Result> Handle(ReviewMoveCommand request, CancellationToken cancellationToken) =>
        ActAsync(request.MoveId, request.Version, (_, plan, move) => Task.FromResult(move.Review(plan, request.Finding, request.Words, user.Actor, clock.Today())), "reviewed", cancellationToken);

    public Task<Result> Handle(LeaveMoveCommand request, CancellationToken cancellationToken) =>
        ActAsync(request.MoveId, request.Version, (_, plan, move) => Task.FromResult(move.Leave(plan, request.Reason, clock.Today())), "left", cancellationToken);

    private async Task<Result> ActAsync(MoveId id, int version, Func<PortalDbContext, ReallocationPlan, PlannedMove, Task<Result>> act, string what, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var making = db.Units.Within(user.ScopeOf(Policies.EditPlans)).Select(u => u.Id);
        var leading = db.Units.Within(user.ScopeOf(Policies.FollowMoves)).Select(u => (Domain.Organisation.UnitId?)u.Id);
        var move = await db.PlannedMoves.Include(m => m.Reviews)
            .SingleOrDefaultAsync(m => m.Id == id && db.ReallocationPlans.Any(p => p.Id == m.PlanId && p.PublishedAt != null && (making.Contains(p.UnitId) || leading.Contains(m.SeatUnitId))), cancellationToken);
        // An offer that the person has not accepted is between them and Human Resources.
        if (move is null || !(move.IsUnderWay || user.Has(Policies.EditPlans))) return PlanErrors.NoSuchMove;
        if (move.Version != version) return CommonErrors.ChangedMeanwhile;

        var plan = await db.ReallocationPlans.SingleAsync(p => p.Id == move.PlanId, cancellationToken);
        var done = await act(db, plan, move);
        if (!done.IsSuccess) return done;
        db.Entry(move).Property(m => m.Version).IsModified = true;
        db.Tell(user, plan.Id, what == "left" ? "move.left" : "move.advanced", new { move = move.Id.Value, step = what, stage = move.Stage.ToCode() });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
