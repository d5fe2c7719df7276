using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class TargetPausesTests
{
    private static readonly DateOnly First = new(2026, 11, 1);

    [Fact]
    public void A_pause_runs_from_the_evaluation_that_made_it_to_the_one_that_ended_it() =>
        TargetPauses.Of([Step(0, "AA"), Step(1, "AP"), Step(2, "PP"), Step(3, "PA"), Step(4, "AA")], null).ShouldBe([new(First.AddDays(1), First.AddDays(3))]);

    [Fact]
    public void A_cord_pulled_between_two_evaluations_pauses_from_the_first_of_them() =>
        TargetPauses.Of([Step(0, "AA"), Step(7, "PP"), Step(8, "PA")], null).ShouldBe([new(First, First.AddDays(8))]);

    [Fact]
    public void A_pause_that_goes_on_has_no_end_and_may_be_newer_than_any_evaluation()
    {
        TargetPauses.Of([Step(0, "AP"), Step(1, "PP")], First).ShouldBe([new(First, null)]);
        TargetPauses.Of([Step(0, "AA")], First.AddDays(1)).ShouldBe([new(First.AddDays(1), null)]);
        TargetPauses.Of([], null).ShouldBeEmpty();
    }

    [Fact]
    public void Several_pauses_are_told_apart_and_the_day_that_ends_one_is_not_paused()
    {
        var pauses = TargetPauses.Of([Step(0, "AP"), Step(1, "PA"), Step(2, "AP"), Step(4, "PA")], null);

        pauses.ShouldBe([new(First, First.AddDays(1)), new(First.AddDays(2), First.AddDays(4))]);
        (pauses[0].Covers(First), pauses[0].Covers(First.AddDays(1)), new TargetPause(First, null).Covers(First.AddDays(99))).ShouldBe((true, false, true));
    }

    // A for active, P for paused.
    private static StateStep Step(int day, string states) => new(First.AddDays(day), Of(states[0]), Of(states[1]));

    private static TargetState Of(char state) => state == 'P' ? TargetState.Paused : TargetState.Active;
}
