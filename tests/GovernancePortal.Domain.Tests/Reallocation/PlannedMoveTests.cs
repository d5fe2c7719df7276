using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using static GovernancePortal.Domain.Tests.Reallocation.Plans;

namespace GovernancePortal.Domain.Tests.Reallocation;

/// <summary>One person's move from the proposal to the review after a year.</summary>
public sealed class PlannedMoveTests
{
    [Fact]
    public void Nobody_is_asked_before_the_plan_is_published()
    {
        var plan = Checked();

        plan.Moves[0].Offer(plan, Today.AddDays(14), "Asha Patel", Now).Error!.Code.ShouldBe("plan.state");
    }

    [Fact]
    public void An_offer_has_a_role_a_day_to_come_and_a_human_who_decides()
    {
        var plan = Published(Given(PersonId.New(), Vetter), Given(PersonId.New(), null));
        var (move, seatless) = (plan.Moves[0], plan.Moves[1]);

        seatless.Offer(plan, Today.AddDays(14), "Asha Patel", Now).Error.ShouldBe(PlanErrors.NoRole);
        move.Offer(plan, Today, "Asha Patel", Now).Error!.Fields.Single().Field.ShouldBe("AnswerBy");
        move.Offer(plan, Today.AddDays(14), " ", Now).Error!.Fields.Single().Field.ShouldBe("Decider");
        Done(move.Offer(plan, Today.AddDays(14), "Asha Patel", Now));
        Done(move.Offer(plan, Today.AddDays(21), "Asha Patel", Now.AddDays(1)));
        (move.AnswerBy, move.OfferedAt).ShouldBe((Today.AddDays(21), Now));
    }

    [Fact]
    public void An_answer_comes_in_time_and_once()
    {
        var (plan, move) = Offered();
        move.Answer(plan, OfferAnswer.Accept, "", Now.AddDays(15)).Error.ShouldBe(PlanErrors.DeadlinePassed);
        move.Answer(plan, OfferAnswer.AskChange, " ", Now).Error!.Fields.Single().Field.ShouldBe("Words");

        Done(move.Answer(plan, OfferAnswer.Accept, "", Now.AddDays(14)));

        move.Answer(plan, OfferAnswer.Decline, "", Now).Error!.Code.ShouldBe("plan.stage");
        (move.Stage, move.IsUnderWay).ShouldBe((MoveStage.Accepted, true));
    }

    [Fact]
    public void What_was_declined_is_not_offered_to_that_person_again()
    {
        var (plan, move) = Offered();
        Done(move.Answer(plan, OfferAnswer.Decline, "", Now));

        plan.Rematch(move, Given(move.PersonId, Vetter), freeSeats: 2).Error.ShouldBe(PlanErrors.Declined);
        plan.Rematch(move, Given(move.PersonId, Steward), freeSeats: 0).Error.ShouldBe(PlanErrors.NoSeat);
        Done(plan.Rematch(move, Given(move.PersonId, Steward), freeSeats: 1));
        (move.Stage, move.RoleId).ShouldBe((MoveStage.Proposed, Steward));
        Done(move.Offer(plan, Today.AddDays(20), "Asha Patel", Now.AddDays(2)));
        move.OfferedAt.ShouldBe(Now.AddDays(2));
    }

    [Fact]
    public void A_wish_for_a_change_leads_to_another_proposal()
    {
        var (plan, move) = Offered();
        Done(move.Answer(plan, OfferAnswer.AskChange, "Four days a week.", Now));

        (move.Stage, move.AnswerWords).ShouldBe((MoveStage.ChangeAsked, "Four days a week."));
        Done(plan.Rematch(move, Given(move.PersonId, Vetter), freeSeats: 1));
        plan.Pairs.ShouldBeEmpty();
    }

    [Fact]
    public void Training_comes_before_the_handover_and_that_before_the_start()
    {
        var (plan, move) = Accepted(months: 1);
        move.HandOver(plan, 0, Today).Error!.Code.ShouldBe("plan.stage");
        Done(move.BeginTraining(plan, Today));
        move.HandOver(plan, 0, Today).Error.ShouldBe(PlanErrors.TrainingOpen);
        move.CompleteTraining(plan, Today.AddDays(-1)).Error!.Fields.Single().Field.ShouldBe("TrainedOn");
        Done(move.CompleteTraining(plan, Today.AddDays(30)));
        move.HandOver(plan, 1, Today.AddDays(30)).Error.ShouldBe(PlanErrors.HandoverOpen);
        Done(move.HandOver(plan, 0, Today.AddDays(31)));
        move.Start(plan, Today.AddDays(30)).Error!.Fields.Single().Field.ShouldBe("StartedOn");
        Done(move.Start(plan, Today.AddDays(32)));
        move.Stage.ShouldBe(MoveStage.Started);
    }

    [Fact]
    public void Who_needs_no_training_hands_over_at_once()
    {
        var (plan, move) = Accepted();

        Done(move.HandOver(plan, 0, Today));
        move.Stage.ShouldBe(MoveStage.HandedOver);
    }

    [Fact]
    public void Reviews_come_after_three_six_and_twelve_months()
    {
        var (plan, move) = Started();
        move.NextReview.ShouldBe((3, Today.AddMonths(3)));
        move.Review(plan, ReviewFinding.Works, "Fine.", Author, Today.AddMonths(3).AddDays(-1)).Error!.Fields.Single().Field.ShouldBe("On");
        move.Review(plan, ReviewFinding.Works, " ", Author, Today.AddMonths(3)).Error!.Fields.Single().Field.ShouldBe("Words");

        foreach (var months in PlannedMove.ReviewMonths) Done(move.Review(plan, ReviewFinding.Works, "Fine.", Author, Today.AddMonths(months)));

        (move.Stage, move.NextReview, move.Reviews.Count).ShouldBe((MoveStage.Reviewed12, null, 3));
    }

    [Fact]
    public void A_review_that_finds_it_wrong_ends_the_move()
    {
        var (plan, move) = Started();

        Done(move.Review(plan, ReviewFinding.Reversed, "It is not their work.", Author, Today.AddMonths(3)));

        (move.Stage, move.LeftOn, move.IsUnderWay).ShouldBe((MoveStage.Left, Today.AddMonths(3), false));
        move.Leave(plan, "Again.", Today.AddMonths(4)).Error!.Code.ShouldBe("plan.stage");
    }

    [Fact]
    public void Whoever_leaves_leaves_with_a_reason()
    {
        var (plan, move) = Started();

        move.Leave(plan, "", Today).Error!.Fields.Single().Field.ShouldBe("Reason");
        Done(move.Leave(plan, "Took another position.", Today.AddDays(40)));
        move.Stage.ShouldBe(MoveStage.Left);
    }
}
