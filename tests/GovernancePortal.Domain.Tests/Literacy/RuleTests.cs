using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using static GovernancePortal.Domain.Tests.Literacy.Rules;

namespace GovernancePortal.Domain.Tests.Literacy;

public sealed class RuleTests
{
    [Fact]
    public void An_audience_is_narrowed_by_what_it_names_and_nothing_else()
    {
        var engineer = Somebody(level: Level.Senior, contractor: true, oversees: true);

        Audience.Everybody.Includes(engineer, usesTool: false).ShouldBeTrue();
        new Audience(WorkRole: "software ENGINEER").Includes(engineer, usesTool: false).ShouldBeTrue();
        new Audience(WorkRole: "Buyer").Includes(engineer, usesTool: false).ShouldBeFalse();
        new Audience(Levels: LevelSet.Senior | LevelSet.Principal).Includes(engineer, usesTool: false).ShouldBeTrue();
        new Audience(Levels: LevelSet.Junior).Includes(engineer, usesTool: false).ShouldBeFalse();
        new Audience(IsContractor: false).Includes(engineer, usesTool: false).ShouldBeFalse();
        new Audience(Tool: "github-copilot").Includes(engineer, usesTool: false).ShouldBeFalse();
        new Audience(Tool: "github-copilot").Includes(engineer, usesTool: true).ShouldBeTrue();
        new Audience(Oversees: true).Includes(engineer with { OverseesAi = false }, usesTool: false).ShouldBeFalse();
        new Audience(Oversees: true).Includes(engineer, usesTool: false).ShouldBeTrue();
    }

    [Fact]
    public void Somebody_of_unknown_level_is_in_no_audience_that_names_levels() =>
        new Audience(Levels: LevelSet.Junior).Includes(Somebody(level: Level.Unknown), usesTool: false).ShouldBeFalse();

    [Fact]
    public void A_rule_speaks_of_its_unit_and_those_below()
    {
        var rule = Ask(range: new UnitRange(3, 7));

        new[] { 2, 3, 7, 8 }.Select(unit => rule.AppliesTo(Somebody(unit), usesTool: false)).ShouldBe([false, true, true, false]);
    }

    [Theory]
    [InlineData("3", "3", true)]
    [InlineData("3", "2", false)]
    [InlineData("3", "10", true)]
    [InlineData("2026.1", "2026.2", true)]
    [InlineData("3", "", false)]
    [InlineData("", "anything", true)]
    public void Versions_compare_by_their_numbers(string minimum, string taken, bool accepted) => Ask(minimum).Accepts(taken).ShouldBe(accepted);

    [Fact]
    public void The_earlier_of_both_ends_holds()
    {
        var day = new DateOnly(2026, 1, 31);

        Ask(validityMonths: 1).EndOf(day, validUntil: null).ShouldBe(new DateOnly(2026, 2, 28));
        Ask(validityMonths: 12).EndOf(day, validUntil: day.AddDays(5)).ShouldBe(day.AddDays(5));
        Ask().EndOf(day, validUntil: null).ShouldBe(DateOnly.MaxValue);
    }

    [Fact]
    public void A_revision_follows_without_a_day_between_and_keeps_what_was()
    {
        var old = Ask("2").Requirement;
        var next = old.Revise("3", 6, 14, new Audience(WorkRole: "Buyer"), Today, "Version 3 names the source.");

        (old.IsAskedOn(Today.AddDays(-1)), old.IsAskedOn(Today)).ShouldBe((true, false));
        (next.IsAskedOn(Today.AddDays(-1)), next.IsAskedOn(Today)).ShouldBe((false, true));
        old.MinimumVersion.ShouldBe("2");
        next.Replaces.ShouldBe(old.Id);
    }

    [Fact]
    public void The_states_of_a_completion()
    {
        var rules = new[] { Ask("3") };
        CompletionState State(Completion completion) => completion.StateOn(rules, Today);
        var voided = Taken(Today);
        voided.Void(DateTimeOffset.UnixEpoch, "user:1", "Wrong person.");

        State(Taken(Today, status: CompletionStatus.Reported)).ShouldBe(CompletionState.Reported);
        State(Taken(Today, status: CompletionStatus.Declined)).ShouldBe(CompletionState.Declined);
        State(Taken(Today, result: CompletionResult.Failed)).ShouldBe(CompletionState.Failed);
        State(Taken(Today, until: Today.AddDays(30))).ShouldBe(CompletionState.Valid);
        State(Taken(Today, until: Today.AddDays(29))).ShouldBe(CompletionState.Expiring);
        State(Taken(Today.AddDays(-9), until: Today)).ShouldBe(CompletionState.Expiring, "the last day counts");
        State(Taken(Today.AddDays(-9), until: Today.AddDays(-1))).ShouldBe(CompletionState.Expired);
        State(Taken(Today, version: "2")).ShouldBe(CompletionState.Superseded);
        State(voided).ShouldBe(CompletionState.Voided);
        Taken(Today, version: "2").StateOn([], Today).ShouldBe(CompletionState.Valid, "nobody asks for another version");
    }

    [Fact]
    public void The_cause_of_a_gap_is_what_happened_last()
    {
        var rule = Ask("3", validityMonths: 12);
        GapCause Cause(params Completion[] completions) => Gap.Of(rule, completions, Today).Cause;

        Cause().ShouldBe(GapCause.NeverTaken);
        Cause(Taken(Today, status: CompletionStatus.Declined)).ShouldBe(GapCause.NeverTaken);
        Cause(Taken(Today.AddMonths(-13))).ShouldBe(GapCause.Expired);
        Cause(Taken(Today.AddMonths(-13)), Taken(Today.AddDays(-3), version: "2")).ShouldBe(GapCause.OlderVersion);
        Cause(Taken(Today.AddMonths(-13)), Taken(Today.AddDays(-3), result: CompletionResult.Failed)).ShouldBe(GapCause.Failed);
        Cause(Taken(Today.AddMonths(-13)), Taken(Today, status: CompletionStatus.Reported)).ShouldBe(GapCause.Unconfirmed);
        Gap.Of(rule, [Taken(Today.AddMonths(-13))], Today).On.ShouldBe(Today.AddMonths(-1));
    }

    [Fact]
    public void A_session_can_be_undone_for_ten_seconds_and_once()
    {
        var at = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var session = new TrainingSession(TrainingSessionId.New(), TheCourse, "3", Today, CompletionResult.Passed, people: 3);
        session.Logged("user:1", "Head of Checkout", at);

        session.CanBeUndoneAt(at.AddSeconds(10)).ShouldBeTrue();
        session.CanBeUndoneAt(at.AddSeconds(16)).ShouldBeFalse();
        session.Undo(at.AddSeconds(4));
        session.CanBeUndoneAt(at.AddSeconds(5)).ShouldBeFalse();
    }
}
