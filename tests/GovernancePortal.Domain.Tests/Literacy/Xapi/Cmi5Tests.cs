using CsCheck;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;

namespace GovernancePortal.Domain.Tests.Literacy.Xapi;

public sealed class Cmi5Tests
{
    private static readonly DateOnly FirstDay = new(2026, 11, 20);
    private static readonly string[] MoveOns = ["Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"];

    [Fact]
    public void Failed_then_passed_above_mastery_then_completed_is_credit_and_both_attempts_stay()
    {
        var story = new Cmi5Story("CompletedAndPassed", mastery: 0.86).Launch();

        story.Fail(0.82);
        Results(story).ShouldBe([CompletionResult.Failed]);
        story.Pass(0.91);
        Results(story).ShouldBe([CompletionResult.Failed], "passed without completed is no credit yet");
        story.Complete();

        var (failed, credit) = (story.Verdict().Completions[0], story.Verdict().Completions[1]);
        (failed.Result, failed.Score, failed.On).ShouldBe((CompletionResult.Failed, 0.82m, FirstDay));
        // The completion came after midnight, and only then was it met.
        (credit.Result, credit.Score, credit.On, credit.Minutes).ShouldBe((CompletionResult.Passed, 0.91m, FirstDay.AddDays(1), 1));
        credit.ExternalId.ShouldBe(story.Registration.ToString());
        story.Satisfy();
        Results(story).ShouldBe([CompletionResult.Failed, CompletionResult.Passed], "satisfied adds nothing of its own");
    }

    [Theory]
    [InlineData("Passed", true, false, CompletionResult.Passed)]
    [InlineData("Passed", false, true, null)]
    [InlineData("Completed", false, true, CompletionResult.Attended)]
    [InlineData("Completed", true, false, null)]
    [InlineData("Completed", true, true, CompletionResult.Passed)]
    [InlineData("CompletedAndPassed", true, false, null)]
    [InlineData("CompletedAndPassed", false, true, null)]
    [InlineData("CompletedAndPassed", true, true, CompletionResult.Passed)]
    [InlineData("CompletedOrPassed", true, false, CompletionResult.Passed)]
    [InlineData("CompletedOrPassed", false, true, CompletionResult.Attended)]
    [InlineData("CompletedOrPassed", false, false, null)]
    [InlineData("NotApplicable", false, false, null)]
    [InlineData("NotApplicable", false, true, CompletionResult.Attended)]
    [InlineData("Something", true, true, null)]
    public void What_the_unit_asks_for_decides(string moveOn, bool passed, bool completed, CompletionResult? credit)
    {
        var story = new Cmi5Story(moveOn).Launch();
        if (passed) story.Pass(0.9);
        if (completed) story.Complete();

        Results(story).ShouldBe(credit is { } result ? [result] : []);
        story.Verdict().Reason.ShouldStartWith(credit is null ? "No credit" : "Credit");
    }

    [Theory]
    [InlineData(0.85, false)]
    [InlineData(0.86, true)]
    [InlineData(null, true)]
    public void A_pass_below_mastery_is_none(double? scaled, bool credit) =>
        new Cmi5Story("Passed", mastery: 0.86).Launch().Pass(scaled).Verdict().Completions.Count.ShouldBe(credit ? 1 : 0);

    [Theory]
    [InlineData("Review")]
    [InlineData("Browse")]
    public void A_review_gives_no_credit_and_takes_none_away(string mode)
    {
        new Cmi5Story("CompletedOrPassed").Launch(mode).Fail(0.1).Pass(0.9).Complete().Verdict().Completions.ShouldBeEmpty();

        var earned = new Cmi5Story("Passed").Launch().Pass(0.9);
        var before = earned.Verdict().Completions.ShouldHaveSingleItem();
        earned.Launch(mode, "s2").Fail(0.1, "s2").Pass(0.2, "s2");
        earned.Verdict().Completions.ShouldHaveSingleItem().ShouldBe(before);
    }

    [Fact]
    public void What_is_not_marked_as_deciding_does_not_decide() => new Cmi5Story("Completed").Launch().Complete(movesOn: false).Verdict().Completions.ShouldBeEmpty();

    [Fact]
    public void An_abandoned_session_gives_nothing_afterwards_and_keeps_what_came_before()
    {
        new Cmi5Story("Passed").Launch().Abandon().Verdict().Completions.ShouldBeEmpty();
        new Cmi5Story("Passed").Launch().Abandon().Pass(0.9).Verdict().Completions.ShouldBeEmpty();
        new Cmi5Story("Passed").Launch().Pass(0.9).Abandon().Verdict().Completions.ShouldHaveSingleItem();
        new Cmi5Story("Passed").Launch().Abandon().Launch(session: "s2").Pass(0.9, "s2").Verdict().Completions.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Tested Out", true)]
    [InlineData("Equivalent Outside Activity", true)]
    [InlineData("Administrative", false)]
    [InlineData(null, false)]
    public void A_waiver_counts_with_a_reason_that_speaks_of_the_person(string? reason, bool credit)
    {
        var verdict = new Cmi5Story().Waive(reason).Verdict();

        verdict.Completions.Select(c => (c.Result, c.Note)).ShouldBe(credit ? [(CompletionResult.Waived, reason!)] : []);
    }

    [Fact]
    public void What_was_earned_goes_before_a_waiver() => Results(new Cmi5Story("Passed").Launch().Waive("Tested Out").Pass(0.9)).ShouldBe([CompletionResult.Passed]);

    [Fact]
    public void Satisfied_counts_only_where_nothing_else_can_tell()
    {
        Results(new Cmi5Story().Satisfy()).ShouldBe([CompletionResult.Attended]);
        new Cmi5Story().Satisfy("https://w3id.org/xapi/cmi5/activitytype/block").Verdict().Completions.ShouldBeEmpty("a part is not the course");
        new Cmi5Story("Passed").Launch().Satisfy().Verdict().Completions.ShouldBeEmpty("the launch says what is asked, and it is not met");
        Results(new Cmi5Story("Passed").Launch().Pass(0.9, "lost").Satisfy()).ShouldBe([CompletionResult.Attended], "the launch of that session never came");
    }

    [Fact]
    public void Of_a_course_with_several_units_only_the_training_system_knows_the_whole()
    {
        var story = new Cmi5Story("Passed").Launch().Pass(0.9).Launch(session: "s2", unit: "https://learn.example/au/2");

        story.Verdict().Completions.ShouldBeEmpty();
        story.Waive("Tested Out").Verdict().Completions.ShouldBeEmpty();
        Results(story.Satisfy()).ShouldBe([CompletionResult.Attended]);
    }

    [Fact]
    public void Without_the_launch_nothing_counts_yet() => new Cmi5Story("Passed").Pass(0.9).Verdict().Reason.ShouldContain("has not arrived");

    [Fact]
    public void The_order_of_arrival_does_not_matter()
    {
        Gen.Select(Gen.OneOf(MoveOns.Select(Gen.Const).ToArray()), Gen.Int[0, 10].Array[0, 8], Gen.Int[0, 1_000_000])
            .Sample((moveOn, steps, seed) =>
            {
                var story = new Cmi5Story(moveOn, mastery: 0.5).Launch();
                foreach (var step in steps) Take(story, step);
                var shuffled = story.Sent.ToArray();
                new Random(seed).Shuffle(shuffled);

                var (ordered, mixed) = (story.Verdict(), story.Verdict(shuffled));
                mixed.Reason.ShouldBe(ordered.Reason);
                mixed.Completions.ShouldBe(ordered.Completions);
            });
    }

    [Fact]
    public void Every_order_of_the_known_sequence_ends_in_the_same_credit()
    {
        var story = new Cmi5Story("CompletedAndPassed", mastery: 0.86).Launch().Fail(0.82).Pass(0.91).Complete().Satisfy();
        var expected = story.Verdict();

        var orders = Permutations([.. story.Sent]).ToList();

        orders.Count.ShouldBe(120);
        orders.ShouldAllBe(order => story.Verdict(order).Completions.SequenceEqual(expected.Completions));
    }

    private static Cmi5Story Take(Cmi5Story story, int step) =>
        step switch
        {
            0 => story.Fail(0.3),
            1 => story.Pass(0.9),
            2 => story.Pass(0.4),
            3 => story.Complete(),
            4 => story.Abandon(),
            5 => story.Waive("Tested Out"),
            6 => story.Waive("Administrative"),
            7 => story.Satisfy(),
            8 => story.Launch("Review", "s2").Pass(0.95, "s2"),
            9 => story.Launch("Normal", "s3").Complete("s3"),
            _ => story.Pass(0.8, "lost"),
        };

    private static IEnumerable<SentStatement[]> Permutations(SentStatement[] items) =>
        items.Length <= 1 ? [items] : items.SelectMany((item, i) => Permutations([.. items[..i], .. items[(i + 1)..]]).Select(rest => (SentStatement[])[item, .. rest]));

    private static CompletionResult[] Results(Cmi5Story story) => [.. story.Verdict().Completions.Select(c => c.Result)];
}
