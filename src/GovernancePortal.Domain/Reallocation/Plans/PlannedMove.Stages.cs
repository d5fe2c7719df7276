using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Reallocation;

public sealed partial class PlannedMove
{
    /// <summary>Months after the start at which a move is reviewed.</summary>
    public static IReadOnlyList<int> ReviewMonths { get; } = [3, 6, 12];

    /// <summary>Asks the person; nothing happens before they have answered.</summary>
    /// <param name="plan">Published.</param>
    /// <param name="answerBy">The last day on which they can answer.</param>
    /// <param name="decider">The human who decides.</param>
    /// <param name="now">The time.</param>
    public Result Offer(ReallocationPlan plan, DateOnly answerBy, string decider, DateTimeOffset now)
    {
        if (plan.RefusalUnless(PlanState.Published) is { } refusal) return refusal;
        if (RoleId is null) return PlanErrors.NoRole;
        // Offered again: a later day, as long as there is no answer.
        if (Stage is not (MoveStage.Proposed or MoveStage.Offered)) return PlanErrors.NotNow(Stage);
        if (answerBy <= now.UtcDay()) return PlanErrors.At(nameof(AnswerBy), "State a day to come, so that there is time to think.");
        if (string.IsNullOrWhiteSpace(decider)) return PlanErrors.At(nameof(Decider), "Say who decides.");
        if (decider.Trim().Length > NameMaxLength) return PlanErrors.At(nameof(Decider), $"Use at most {NameMaxLength} characters.");

        (Stage, OfferedAt, AnswerBy, Decider, AnsweredAt, AnswerWords) = (MoveStage.Offered, Stage == MoveStage.Offered ? OfferedAt : now, answerBy, decider.Trim(), null, "");
        return Result.Success;
    }

    /// <summary>The person's own answer. A no needs no reason; who asks for something else says what.</summary>
    public Result Answer(ReallocationPlan plan, OfferAnswer answer, string words, DateTimeOffset now)
    {
        if (plan.RefusalUnless(PlanState.Published) is { } refusal) return refusal;
        if (Stage != MoveStage.Offered) return PlanErrors.NotNow(Stage);
        if (now.UtcDay() > AnswerBy) return PlanErrors.DeadlinePassed;
        if (answer == OfferAnswer.AskChange && string.IsNullOrWhiteSpace(words)) return PlanErrors.At("Words", "Say what you would like to be different.");
        if (words.Trim().Length > WordsMaxLength) return PlanErrors.At("Words", $"Use at most {WordsMaxLength} characters.");

        Stage = answer switch
        {
            OfferAnswer.Accept => MoveStage.Accepted,
            OfferAnswer.Decline => MoveStage.Declined,
            _ => MoveStage.ChangeAsked,
        };
        (AnsweredAt, AnswerWords) = (now, words.Trim());
        if (answer == OfferAnswer.Decline) plan.NoteDecline(this, now);
        return Result.Success;
    }

    public Result BeginTraining(ReallocationPlan plan, DateOnly on)
    {
        if (Refusal(plan, MoveStage.Accepted) is { } refusal) return refusal;
        (Stage, TrainingFrom) = (MoveStage.Training, on);
        return Result.Success;
    }

    /// <summary>Notes that everything that the role asks to be learned is.</summary>
    public Result CompleteTraining(ReallocationPlan plan, DateOnly on)
    {
        if (Refusal(plan, MoveStage.Training) is { } refusal) return refusal;
        if (on < TrainingFrom) return PlanErrors.At(nameof(TrainedOn), "This is before training began.");
        TrainedOn ??= on;
        return Result.Success;
    }

    /// <param name="plan">Published.</param>
    /// <param name="open">How many handovers of the person are not confirmed.</param>
    /// <param name="on">The day.</param>
    public Result HandOver(ReallocationPlan plan, int open, DateOnly on)
    {
        var needed = TrainingMonths > 0 || Stage == MoveStage.Training ? MoveStage.Training : MoveStage.Accepted;
        if (Refusal(plan, needed) is { } refusal) return refusal;
        if (needed == MoveStage.Training && TrainedOn is null) return PlanErrors.TrainingOpen;
        if (open > 0) return PlanErrors.HandoverOpen;
        (Stage, HandedOverOn) = (MoveStage.HandedOver, on);
        return Result.Success;
    }

    public Result Start(ReallocationPlan plan, DateOnly on)
    {
        if (Refusal(plan, MoveStage.HandedOver) is { } refusal) return refusal;
        if (on < HandedOverOn) return PlanErrors.At(nameof(StartedOn), "This is before the old work was handed over.");
        (Stage, StartedOn) = (MoveStage.Started, on);
        return Result.Success;
    }

    /// <summary>The next review: 3, then 6, then 12 months after the start, never before its time. One that finds the move wrong ends it.</summary>
    public Result Review(ReallocationPlan plan, ReviewFinding finding, string words, string by, DateOnly on)
    {
        if (plan.RefusalUnless(PlanState.Published) is { } refusal) return refusal;
        if (NextReview is not { } next) return PlanErrors.NotNow(Stage);
        if (on < next.DueOn) return PlanErrors.At("On", $"The review after {next.Months} months is due on {next.DueOn:yyyy-MM-dd}.");
        if (string.IsNullOrWhiteSpace(words)) return PlanErrors.At("Words", "Say what was found.");
        if (words.Trim().Length > MoveReview.WordsMaxLength) return PlanErrors.At("Words", $"Use at most {MoveReview.WordsMaxLength} characters.");

        _reviews.Add(new MoveReview(Id, next.Months, finding, words.Trim(), by, on));
        Stage = next.Months switch { 3 => MoveStage.Reviewed3, 6 => MoveStage.Reviewed6, _ => MoveStage.Reviewed12 };
        if (finding == ReviewFinding.Reversed) (Stage, LeftOn, LeftReason) = (MoveStage.Left, on, words.Trim().Length > PlanPair.ReasonMaxLength ? words.Trim()[..PlanPair.ReasonMaxLength] : words.Trim());
        return Result.Success;
    }

    /// <summary>The review that comes next and when it is due; null when there is none.</summary>
    public (int Months, DateOnly DueOn)? NextReview =>
        Stage switch
        {
            MoveStage.Started => (3, StartedOn!.Value.AddMonths(3)),
            MoveStage.Reviewed3 => (6, StartedOn!.Value.AddMonths(6)),
            MoveStage.Reviewed6 => (12, StartedOn!.Value.AddMonths(12)),
            _ => null,
        };

    /// <summary>The move is over: the person left, or goes back or on.</summary>
    public Result Leave(ReallocationPlan plan, string reason, DateOnly on)
    {
        if (plan.RefusalUnless(PlanState.Published) is { } refusal) return refusal;
        if (Stage == MoveStage.Left) return PlanErrors.NotNow(Stage);
        if (string.IsNullOrWhiteSpace(reason)) return PlanErrors.At("Reason", "Say why the move ends.");
        if (reason.Trim().Length > PlanPair.ReasonMaxLength) return PlanErrors.At("Reason", $"Use at most {PlanPair.ReasonMaxLength} characters.");
        (Stage, LeftOn, LeftReason) = (MoveStage.Left, on, reason.Trim());
        return Result.Success;
    }

    private Error? Refusal(ReallocationPlan plan, MoveStage needed) => plan.RefusalUnless(PlanState.Published) ?? (Stage == needed ? null : PlanErrors.NotNow(Stage));
}
