using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

public sealed class VettingCapacityTests
{
    [Fact]
    public void Fewer_reviewers_than_the_changes_need_are_too_few_and_the_arithmetic_is_written_out()
    {
        var capacity = new VettingCapacity(352, 4, 1, Reviewers(6, going: 2));

        (capacity.Needed, capacity.Now, capacity.Afterwards, capacity.Standing).ShouldBe((88d, 120, 80, CapacityStanding.TooFew));
        capacity.Sentence.ShouldBe("Those who stay can sign off 80 changes a week, and 88 are needed: 8 too few.");
        capacity.Lines.ShouldBe(["Needed: 352 sign-offs in 4 weeks ÷ 4 = 88 a week.", "Now: 6 reviewers × 20 = 120 a week.", "2 of 6 reviewers go: 4 reviewers × 20 = 80 a week."]);
    }

    [Theory]
    [InlineData(320, CapacityStanding.Tight)]
    [InlineData(321, CapacityStanding.TooFew)]
    [InlineData(257, CapacityStanding.Tight)]
    [InlineData(256, CapacityStanding.Holds)]
    [InlineData(0, CapacityStanding.NoData)]
    public void Four_fifths_and_the_whole_are_the_edges(int signOffs, CapacityStanding standing)
    {
        new VettingCapacity(signOffs, 4, 1, Reviewers(4, going: 0)).Standing.ShouldBe(standing);
    }

    [Fact]
    public void A_higher_target_asks_for_more()
    {
        var capacity = new VettingCapacity(240, 4, 1.5, Reviewers(4, going: 0));

        capacity.Standing.ShouldBe(CapacityStanding.TooFew);
        capacity.Lines[0].ShouldBe("Needed: 240 sign-offs in 4 weeks × 1.5 expected ÷ 4 = 90 a week.");
    }

    [Fact]
    public void Where_nobody_may_sign_off_any_need_is_too_much()
    {
        new VettingCapacity(1, 4, 1, []).Standing.ShouldBe(CapacityStanding.TooFew);
        new VettingCapacity(8, 4, 1, [new(20, false), new(10, true)]).Lines[1].ShouldBe("Now: 2 reviewers with limits of their own = 30 a week.");
    }

    private static VettingReviewer[] Reviewers(int all, int going) => [.. Enumerable.Range(0, all).Select(i => new VettingReviewer(20, i < going))];
}
