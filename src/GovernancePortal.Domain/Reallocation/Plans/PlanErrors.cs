using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>Refusals about plans and the moves in them.</summary>
public static class PlanErrors
{
    /// <summary>Said of what is not there and of what may not be known to be there.</summary>
    public static Error NotFound { get; } = new("plan.not-found", "This plan is not here, or not for you to see.", ErrorKind.NotFound);

    public static Error NoSuchMove { get; } = new("plan.move.not-found", "This move is not here, or not for you to see.", ErrorKind.NotFound);

    public static Error AuthorApproves { get; } = new("plan.author", "Approval refused: author and approver are the same person.");

    public static Error ChangedSinceCheck { get; } = new("plan.changed", "Approval refused: what the plan rests on changed since it was checked. The plan is a draft again; the difference is shown.");

    public static Error ChecksFail { get; } = new("plan.checks", "The plan is not checked: at least one check fails.");

    public static Error NobodyMoves { get; } = new("plan.empty", "Nobody of this plan has a seat, so there is nothing to check.");

    public static Error NotSolved { get; } = new("plan.unsolved", "People, seats or preferences changed since the last match. Match again first.");

    public static Error InOtherPlan { get; } = new("plan.person.twice", "Somebody of this case is in another open plan. A person is in one plan at a time.");

    public static Error Declined { get; } = new("plan.declined", "This person declined the role. It is not offered to them again.");

    public static Error NoSeat { get; } = new("plan.no-seat", "Nobody can be placed here: the role has no seat left.");

    public static Error NoRole { get; } = new("plan.no-role", "There is no seat to offer in this move.");

    public static Error DeadlinePassed { get; } = new("plan.deadline", "The day by which to answer has passed. Human Resources can set a later one.");

    public static Error TrainingOpen { get; } = new("plan.training", "Training is not complete, so the move does not go on yet.");

    public static Error HandoverOpen { get; } = new("plan.handover", "Something is still to be handed over, so the move does not go on yet.");

    public static Error Not(PlanState needed, PlanState found) => new("plan.state", $"The plan is {PlanWords.Lower(found)}; this needs one that is {PlanWords.Lower(needed)}.");

    public static Error NotNow(MoveStage stage) => new("plan.stage", $"This move is at “{PlanWords.Of(stage)}”; that does not follow on it.");

    internal static Error At(string field, string message) => new("request.invalid", message, ErrorKind.Invalid) { Fields = [new(field, message)] };
}
