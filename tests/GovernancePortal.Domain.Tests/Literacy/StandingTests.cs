using CsCheck;
using GovernancePortal.Domain.Literacy;
using static GovernancePortal.Domain.Tests.Literacy.Rules;

namespace GovernancePortal.Domain.Tests.Literacy;

public sealed class StandingTests
{
    private static readonly Gen<Completion> AnyCompletion =
        from back in Gen.Int[0, 900]
        from version in Gen.Int[1, 4]
        from result in Gen.Int[1, 4].Select(i => (CompletionResult)i)
        from lasts in Gen.Int[-1, 24]
        select Taken(Today.AddDays(-back), version.ToString(System.Globalization.CultureInfo.InvariantCulture), result, lasts < 0 ? null : Today.AddDays(-back).AddMonths(lasts));

    private static readonly Gen<LiteracyRule> AnyRule =
        from minimum in Gen.Int[0, 4]
        from months in Gen.Int[0, 24]
        from grace in Gen.Int[0, 60]
        select Ask(minimum == 0 ? "" : minimum.ToString(System.Globalization.CultureInfo.InvariantCulture), months == 0 ? null : months, grace);

    [Fact]
    public void One_more_completion_never_lowers_the_standing() =>
        Gen.Select(AnyRule.List[1, 4], AnyCompletion.List[0, 8], AnyCompletion, Gen.Int[0, 100]).Sample((rules, completions, more, here) =>
        {
            var person = Somebody(start: Today.AddDays(-here));

            var before = StandingOf(person, rules, completions, Today);
            var after = StandingOf(person, rules, [.. completions, more], Today);

            after.IsAsked.ShouldBe(before.IsAsked);
            after.CoveredUntil.ShouldBeGreaterThanOrEqualTo(before.CoveredUntil);
        });

    [Fact]
    public void The_order_of_completions_does_not_matter() =>
        Gen.Select(AnyRule.List[1, 4], AnyCompletion.List[0, 8]).Sample((rules, completions) =>
            StandingOf(Somebody(), rules, Enumerable.Reverse(completions), Today).ShouldBe(StandingOf(Somebody(), rules, completions, Today)));

    [Fact]
    public void What_happens_later_does_not_change_a_past_day() =>
        Gen.Select(AnyRule.List[1, 3], AnyCompletion.List[0, 8], Gen.Int[0, 800]).Sample((rules, completions, back) =>
        {
            var day = Today.AddDays(-back);

            StandingOf(Somebody(), rules, completions, day).ShouldBe(StandingOf(Somebody(), rules, completions.Where(c => c.CompletedOn <= day), day));
        });

    [Fact]
    public void Somebody_is_covered_exactly_when_every_rule_is_met_by_one_completion() =>
        Gen.Select(AnyRule.List[1, 4], AnyCompletion.List[0, 8]).Sample((rules, completions) =>
        {
            var met = rules.TrueForAll(r => completions.Exists(c => c.CountsOn(Today) && r.Accepts(c.CourseVersion) && r.EndOf(c.CompletedOn, c.ValidUntil) >= Today));

            StandingOf(Somebody(), rules, completions, Today).IsMetOn(Today).ShouldBe(met);
        });

    [Fact]
    public void Nobody_is_covered_for_want_of_data()
    {
        var standing = StandingOf(Somebody(), [Ask()], [], Today);

        standing.IsAsked.ShouldBeTrue();
        standing.IsMetOn(Today).ShouldBeFalse();
        StandingOf(Somebody(unit: 900), [Ask()], [], Today).ShouldBe(default, "no rule speaks of the unit, so the person is not counted at all");
    }

    [Fact]
    public void A_joiner_is_asked_from_the_day_on_which_the_grace_is_over()
    {
        var rule = Ask(graceDays: 30);

        StandingOf(Somebody(start: Today.AddDays(-30)), [rule], [], Today).IsAsked.ShouldBeTrue();
        var within = StandingOf(Somebody(start: Today.AddDays(-29)), [rule], [], Today);
        within.IsAsked.ShouldBeFalse();
        within.ChangesOn.ShouldBe(Today.AddDays(1));
    }

    [Fact]
    public void Who_left_or_has_not_begun_is_not_counted()
    {
        StandingOf(Somebody(left: Today), [Ask()], [], Today).Applies.ShouldBeFalse();
        StandingOf(Somebody(left: Today.AddDays(3)), [Ask()], [], Today).ChangesOn.ShouldBe(Today.AddDays(3));
        var begins = StandingOf(Somebody(start: Today.AddDays(5)), [Ask()], [], Today);
        begins.IsAsked.ShouldBeFalse();
        begins.ChangesOn.ShouldBe(Today.AddDays(5));
    }

    [Fact]
    public void A_refresh_lets_old_completions_count_until_it_is_due()
    {
        var old = Ask();
        var refreshed = Rule(old.Requirement.Refresh(RefreshCause.IncidentWithTrainingCause, Today.AddDays(-10), Today.AddDays(20), "An agent's advice was followed unchecked."));
        var completions = new[] { Taken(Today.AddDays(-100)) };

        var standing = StandingOf(Somebody(), [old, refreshed], completions, Today);
        standing.IsMetOn(Today).ShouldBeTrue();
        standing.ChangesOn.ShouldBe(Today.AddDays(20));
        StandingOf(Somebody(), [old, refreshed], completions, Today.AddDays(20)).IsMetOn(Today.AddDays(20)).ShouldBeFalse();
        StandingOf(Somebody(), [old, refreshed], [Taken(Today.AddDays(-10))], Today.AddDays(20)).IsMetOn(Today.AddDays(20)).ShouldBeTrue();
    }
}
