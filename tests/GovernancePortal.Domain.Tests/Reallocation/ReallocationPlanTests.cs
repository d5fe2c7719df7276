using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using static GovernancePortal.Domain.Tests.Reallocation.Plans;

namespace GovernancePortal.Domain.Tests.Reallocation;

/// <summary>A plan from its draft to its end.</summary>
public sealed class ReallocationPlanTests
{
    [Fact]
    public void A_plan_needs_a_name()
    {
        ReallocationPlan.Create(CaseId.New(), UnitId.New(), null, " ", Author, "", Now).Error!.Fields.Single().Field.ShouldBe("Name");
        ReallocationPlan.Create(CaseId.New(), UnitId.New(), null, new string('x', ReallocationPlan.NameMaxLength + 1), Author, "", Now).Error!.Fields.Single().Field.ShouldBe("Name");
        Draft().State.ShouldBe(PlanState.Draft);
    }

    [Fact]
    public void A_role_without_seats_takes_nobody_and_one_with_two_takes_two()
    {
        var plan = Draft();

        plan.Propose([Given(PersonId.New(), RoleProfileId.New())], Seats, Now).Error.ShouldBe(PlanErrors.NoSeat);
        plan.Propose([Given(PersonId.New(), Steward), Given(PersonId.New(), Steward)], Seats, Now).Error.ShouldBe(PlanErrors.NoSeat);
        plan.Moves.ShouldBeEmpty();
        Done(plan.Propose([Given(PersonId.New(), Vetter), Given(PersonId.New(), Vetter), Given(PersonId.New(), null)], Seats, Now));
        plan.Moves.Count(m => m.HasSeat).ShouldBe(2);
    }

    [Fact]
    public void Matched_again_a_person_keeps_their_move_and_who_left_the_case_is_gone()
    {
        var (stays, goes) = (PersonId.New(), PersonId.New());
        var plan = Draft();
        Done(plan.Propose([Given(stays, Vetter), Given(goes, Vetter)], Seats, Now));
        var id = plan.Moves.Single(m => m.PersonId == stays).Id;

        Done(plan.Propose([Given(stays, Steward)], Seats, Now));

        var move = plan.Moves.Single();
        (move.Id, move.RoleId).ShouldBe((id, Steward));
    }

    [Fact]
    public void A_failing_check_keeps_it_a_draft_and_says_why()
    {
        var plan = Draft();
        plan.Check([Holding], Stamp(), "HR", Now).Error.ShouldBe(PlanErrors.NobodyMoves);
        Done(plan.Propose([Given(PersonId.New(), Vetter)], Seats, Now));

        Done(plan.Check([Holding, new(CheckSubject.Budget, CheckOutcome.Fails, Stops: true, "It costs more than the scenario sets aside.", ["12 − 10 = 2"])], Stamp(), "HR", Now));

        plan.State.ShouldBe(PlanState.Draft);
        plan.Checks.Count.ShouldBe(2);
        plan.Checks[1].Lines.ShouldBe(["12 − 10 = 2"]);
        plan.Approve(Executive, "", Stamp(), Forecast, Now).Error!.Code.ShouldBe("plan.state");
        Done(plan.Check([Holding, Holding with { Outcome = CheckOutcome.Watch }], Stamp(), "HR", Now));
        plan.State.ShouldBe(PlanState.Checked);
    }

    [Fact]
    public void Whoever_wrote_it_neither_approves_nor_rejects_it()
    {
        var plan = Checked();

        plan.Approve(Author, "", Stamp(), Forecast, Now).Error.ShouldBe(PlanErrors.AuthorApproves);
        plan.Reject(Author, "", "No.", Now).Error.ShouldBe(PlanErrors.AuthorApproves);
        plan.State.ShouldBe(PlanState.Checked);
        Done(plan.Approve(Executive, "Chief Operating Officer", Stamp(), Forecast, Now));
        (plan.State, plan.DecidedByName, plan.Forecast).ShouldBe((PlanState.Approved, "Chief Operating Officer", Forecast));
    }

    [Fact]
    public void What_changed_since_the_check_refuses_the_approval_and_is_shown()
    {
        var plan = Checked();

        plan.Approve(Executive, "", Stamp("1"), Forecast, Now).Error.ShouldBe(PlanErrors.ChangedSinceCheck);

        (plan.State, plan.Forecast).ShouldBe((PlanState.Draft, null));
        var difference = plan.Difference.Single();
        (difference.Kind, difference.Subjects.Single(), difference.Was, difference.Is).ShouldBe(("seats", "vetter", "2", "1"));
        Done(plan.Check([Holding], Stamp("1"), "HR", Now));
        plan.Difference.ShouldBeEmpty();
        Done(plan.Approve(Executive, "", Stamp("1"), Forecast, Now));
    }

    [Fact]
    public void What_is_new_and_what_is_gone_are_differences_too()
    {
        var before = new PlanStamp([new("a", "1"), new("b", "2")]);
        var after = new PlanStamp([new("b", "2"), new("c", "3")]);

        after.Since(before).ShouldBe([new("a", "1", null), new("c", null, "3")]);
        new PlanStamp([new("b", "2"), new("a", "1")]).Hash.ShouldBe(before.Hash, "the order of the parts is no difference");
        PlanStamp.Read(before.Json).Hash.ShouldBe(before.Hash);
        after.Hash.ShouldNotBe(before.Hash);
    }

    [Fact]
    public void A_checked_plan_that_is_changed_is_a_draft_again()
    {
        var person = PersonId.New();
        var plan = Checked(Given(person, Vetter));
        Done(plan.Settle(person, Steward, PairKind.Pinned, "They asked for it.", Now));
        (plan.State, plan.StampHash).ShouldBe((PlanState.Draft, null));

        plan = Checked(Given(person, Vetter));
        Done(plan.Propose([Given(person, Steward)], Seats, Now));
        plan.State.ShouldBe(PlanState.Draft);
    }

    [Fact]
    public void A_pair_is_pinned_or_excluded_and_never_both()
    {
        var person = PersonId.New();
        var plan = Draft();
        plan.Settle(person, Vetter, PairKind.Excluded, " ", Now).Error!.Fields.Single().Field.ShouldBe("Reason");
        Done(plan.Settle(person, Vetter, PairKind.Excluded, "A conflict.", Now));
        Done(plan.Settle(person, Vetter, PairKind.Pinned, "Settled since.", Now));
        Done(plan.Settle(person, Steward, PairKind.Pinned, "Better.", Now));

        plan.Pairs.Select(p => (p.RoleId, p.Kind)).ShouldBe([(Steward, PairKind.Pinned)]);
        Done(plan.Settle(person, Vetter, PairKind.Excluded, "Still one.", Now));
        plan.Propose([Given(person, Vetter)], Seats, Now).Error.ShouldBe(PlanErrors.Declined);
        Done(plan.Unsettle(person, Vetter));
        Done(plan.Propose([Given(person, Vetter)], Seats, Now));
    }

    [Fact]
    public void An_open_plan_holds_its_people_and_one_that_is_over_lets_them_go()
    {
        Checked().Moves.ShouldAllBe(m => m.OpenPersonId == m.PersonId);

        var rejected = Checked();
        rejected.Reject(Executive, "", "", Now).Error!.Fields.Single().Field.ShouldBe("Reason");
        Done(rejected.Reject(Executive, "", "Too many at once.", Now));
        var withdrawn = Draft();
        Done(withdrawn.Propose([Given(PersonId.New(), Vetter)], Seats, Now));
        Done(withdrawn.Withdraw("The case was withdrawn."));
        var closed = Published();
        closed.Withdraw("No.").Error!.Code.ShouldBe("plan.state");
        Done(closed.Close("Everybody is settled.", Now));

        foreach (var plan in new[] { rejected, withdrawn, closed }) plan.Moves.ShouldAllBe(m => m.OpenPersonId == null);
    }

    [Fact]
    public void Executives_know_of_what_was_put_before_them_and_others_of_what_is_published()
    {
        var draft = Draft();
        (draft.AsksOrAskedDecision, draft.IsPublic).ShouldBe((false, false));
        var asked = Checked();
        (asked.AsksOrAskedDecision, asked.IsPublic).ShouldBe((true, false));
        var published = Published();
        (published.AsksOrAskedDecision, published.IsPublic).ShouldBe((true, true));
        published.Publish(Now).Error!.Code.ShouldBe("plan.state");
    }
}
