using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Domain.Tests.Adoption;

public sealed class ActivityCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void More_use_with_the_same_outcome_is_activity_and_not_value()
    {
        var finding = Look(Weeks(0.60, 0.40), Outcomes(6, 6), Direction.Max)!;

        finding.Sign.ShouldBe(ActivitySign.UseWithoutOutcome);
        finding.Words.ShouldBe("Use rose from 40% to 60% between two periods of 4 weeks, and the outcome went from 6 to 6.");
    }

    [Theory]
    [InlineData(6.5, true)]
    [InlineData(6.0, true)]
    [InlineData(5.9, true)]
    [InlineData(5.88, false)]
    [InlineData(5.0, false)]
    public void An_outcome_is_better_from_two_per_cent_on_when_lower_is_better(double now, bool told) =>
        (Look(Weeks(0.60, 0.40), Outcomes(now, 6), Direction.Max) is not null).ShouldBe(told);

    [Theory]
    [InlineData(90, true)]
    [InlineData(101.9, true)]
    [InlineData(102, false)]
    public void An_outcome_is_better_from_two_per_cent_on_when_higher_is_better(double now, bool told) =>
        (Look(Weeks(0.60, 0.40), Outcomes(now, 100), Direction.Min) is not null).ShouldBe(told);

    [Theory]
    [InlineData(0.51, true)]
    [InlineData(0.49, false)]
    [InlineData(0.40, false)]
    [InlineData(0.20, false)]
    public void Use_is_up_from_ten_points_on(double now, bool told) => (Look(Weeks(now, 0.40), Outcomes(6, 6), Direction.Max) is not null).ShouldBe(told);

    [Fact]
    public void An_outcome_that_was_none_and_stays_none_is_no_better() => Look(Weeks(0.60, 0.40), Outcomes(0, 0), Direction.Min).ShouldNotBeNull();

    [Fact]
    public void Without_data_it_says_nothing()
    {
        Look([], [], Direction.Max).ShouldBeNull();
        Look(Weeks(0.60, 0.40), [], Direction.Max).ShouldBeNull("no outcome was measured");
        Look(Weeks(0.60, 0.40), [(Today, 6)], Direction.Max).ShouldBeNull("nothing to compare the outcome with");
        Look([], Outcomes(6, 6), Direction.Max).ShouldBeNull("no use was measured");
        Look([.. Weeks(0.60, 0.40).Where(w => w.Ends > Today.AddDays(-21))], Outcomes(6, 6), Direction.Max).ShouldBeNull("the period before was not measured");
        Look([.. Weeks(0.60, 0.40).Select(w => w with { Use = null })], Outcomes(6, 6), Direction.Max).ShouldBeNull();
        Look([.. Weeks(0.60, 0.40).Select((w, i) => i % 4 < 2 ? w : w with { Use = null })], Outcomes(6, 6), Direction.Max).ShouldBeNull("two weeks of four are too few");
    }

    [Fact]
    public void Fewer_than_five_people_are_never_spoken_of()
    {
        Look(Weeks(0.60, 0.40, people: 4), Outcomes(6, 6), Direction.Max).ShouldBeNull();
        Look(Burst(offered: 5_000, accepted: 10, people: 4), [], Direction.Max).ShouldBeNull();
        Look([.. Weeks(0.60, 0.40).Select(w => w with { People = null })], Outcomes(6, 6), Direction.Max).ShouldBeNull();
    }

    [Fact]
    public void Weeks_and_outcomes_of_days_to_come_do_not_count()
    {
        Look([.. Weeks(0.60, 0.40).Select(w => w with { Ends = w.Ends.AddDays(60) })], Outcomes(6, 6), Direction.Max).ShouldBeNull();
        Look(Weeks(0.60, 0.40), [.. Outcomes(6, 6).Select(o => (o.Date.AddDays(60), o.Value))], Direction.Max).ShouldBeNull();
    }

    [Fact]
    public void A_burst_of_which_little_is_kept_is_told()
    {
        var finding = Look(Burst(offered: 1_200, accepted: 60), [], Direction.Max)!;

        finding.Sign.ShouldBe(ActivitySign.BurstWithoutWork);
        finding.Words.ShouldBe("AI made 1,200 suggestions in seven days, against 400 in a usual week; 5% were kept, against 30%.");
    }

    [Theory]
    [InlineData(799, 10, false, "it is not twice the usual")]
    [InlineData(800, 121, false, "more than half the usual share is kept")]
    [InlineData(800, 120, true, "half the usual share is kept, of twice as much")]
    public void What_a_burst_is(long offered, long accepted, bool told, string why) => (Look(Burst(offered, accepted), [], Direction.Max) is not null).ShouldBe(told, why);

    [Fact]
    public void A_burst_needs_a_usual_week_and_enough_suggestions()
    {
        Look([.. Burst(1_200, 60).Take(3)], [], Direction.Max).ShouldBeNull("two weeks are no usual");
        Look([.. Burst(1_200, 60).Skip(1)], [], Direction.Max).ShouldBeNull("the newest week was not counted");
        Look([.. Burst(1_200, 60).Select(w => w with { Offered = w.Offered / 10, Accepted = w.Accepted / 10 })], [], Direction.Max).ShouldBeNull("120 suggestions are no burst");
        Look([.. Burst(1_200, 60).Select(w => w with { Accepted = 0 })], [], Direction.Max).ShouldBeNull("nothing was ever kept, so nothing is unusual");
    }

    [Fact]
    public void The_order_of_the_weeks_says_nothing()
    {
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            var weeks = Enumerable.Range(0, 12).Select(w => new WeekOfUse(Today.AddDays(-7 * w), random.NextDouble() < .2 ? null : random.NextDouble(), random.Next(1, 40), random.Next(0, 3_000), random.Next(0, 400))).ToArray();
            var outcomes = Enumerable.Range(0, 9).Select(w => (Today.AddDays(-7 * w), random.NextDouble() * 10)).ToArray();
            var straight = Look(weeks, outcomes, Direction.Min);

            random.Shuffle(weeks);
            random.Shuffle(outcomes);
            Look(weeks, outcomes, Direction.Min).ShouldBe(straight);
        }
    }

    [Fact]
    public void A_better_outcome_never_makes_a_finding_of_use_and_more_use_never_takes_one_away()
    {
        var random = new Random(5);
        var told = 0;
        for (var i = 0; i < 500; i++)
        {
            var (use, before, outcome) = (random.NextDouble(), random.NextDouble(), 1 + random.NextDouble());
            var finding = Look(Weeks(use, before), Outcomes(outcome, 1.5), Direction.Min);
            if (finding is null) Look(Weeks(use, before), Outcomes(outcome + random.NextDouble(), 1.5), Direction.Min).ShouldBeNull();
            else Look(Weeks(use + ((1 - use) * random.NextDouble()), before), Outcomes(outcome, 1.5), Direction.Min).ShouldNotBeNull();
            told += finding is null ? 0 : 1;
        }

        told.ShouldBeInRange(50, 450, "the sample holds both");
    }

    private static ActivityFinding? Look(IReadOnlyCollection<WeekOfUse> weeks, IReadOnlyCollection<(DateOnly Date, double Value)> outcomes, Direction better) =>
        ActivityCheck.Of(Today, weeks, outcomes, better, ActivityRules.Standard);

    private static WeekOfUse[] Weeks(double now, double before, int people = 20) => [.. Enumerable.Range(0, 8).Select(w => new WeekOfUse(Today.AddDays(-7 * w), w < 4 ? now : before, people))];

    private static (DateOnly Date, double Value)[] Outcomes(double now, double before) => [(Today.AddDays(-3), now), (Today.AddDays(-31), before)];

    private static WeekOfUse[] Burst(long offered, long accepted, int people = 20) =>
        [new(Today, 0.5, people, offered, accepted), .. Enumerable.Range(1, 4).Select(w => new WeekOfUse(Today.AddDays(-7 * w), 0.5, people, 400, 120))];
}
