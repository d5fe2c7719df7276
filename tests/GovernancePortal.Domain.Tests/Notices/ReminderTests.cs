using CsCheck;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Tests.Literacy;
using static GovernancePortal.Domain.Tests.Literacy.Rules;

namespace GovernancePortal.Domain.Tests.Notices;

public sealed class ReminderTests
{
    private static readonly Func<CourseId, bool> NotReported = _ => false;

    /// <summary>A rule that begins, is met until and ends on any day around today.</summary>
    private static readonly Gen<(LiteracyRule Rule, DateOnly MetUntil)> AnyRule =
        from begins in Gen.Int[-60, 60]
        from grace in Gen.Int[0, 40]
        from met in Gen.Int[-60, 90]
        from how in Gen.Int[0, 5]
        from retires in Gen.Int[-20, 400]
        select (Retiring(Ask(graceDays: grace, @from: Today.AddDays(begins)), retires), how switch { 0 => DateOnly.MinValue, 1 => DateOnly.MaxValue, _ => Today.AddDays(met) });

    [Theory]
    [InlineData(31, null)]
    [InlineData(30, NoticeKind.ExpiresIn30)]
    [InlineData(8, NoticeKind.ExpiresIn30)]
    [InlineData(7, NoticeKind.ExpiresIn7)]
    [InlineData(0, NoticeKind.ExpiresIn7)]
    [InlineData(-1, NoticeKind.Missing)]
    public void What_runs_out_is_told_a_month_and_a_week_before_and_then_as_missing(int left, NoticeKind? kind)
    {
        var until = Today.AddDays(left);

        var due = Due(Somebody(), [(Ask(), until)], Today);

        if (kind is null) due.ShouldBeEmpty();
        else due.ShouldBe([new Reminder(TheCourse, kind.Value, left < 0 ? until.AddDays(1) : until)]);
    }

    [Fact]
    public void A_joiner_is_told_at_once_until_when_and_later_that_it_is_missing()
    {
        var rule = Ask(graceDays: 30);
        var joiner = Somebody(start: Today);

        Due(joiner, [(rule, DateOnly.MinValue)], Today).ShouldBe([new Reminder(TheCourse, NoticeKind.Asked, Today.AddDays(30))]);
        Due(joiner, [(rule, DateOnly.MinValue)], Today.AddDays(29)).ShouldBe([new Reminder(TheCourse, NoticeKind.Asked, Today.AddDays(30))]);
        Due(joiner, [(rule, DateOnly.MinValue)], Today.AddDays(30)).ShouldBe([new Reminder(TheCourse, NoticeKind.Missing, Today.AddDays(30))]);
    }

    [Fact]
    public void Two_rules_about_one_course_are_one_reminder_and_the_more_urgent_one() =>
        Due(Somebody(), [(Ask(), Today.AddDays(20)), (Ask(minimumVersion: "3", @from: Today.AddDays(-5)), DateOnly.MinValue), (Ask(), Today.AddDays(3))], Today)
            .ShouldBe([new Reminder(TheCourse, NoticeKind.Missing, Today.AddDays(-5))]);

    [Fact]
    public void Whoever_has_reported_the_course_waits_for_the_lead_and_is_not_reminded() =>
        Reminder.Of(Somebody(), [(Ask(), DateOnly.MinValue)], course => course == TheCourse, Today).ShouldBeEmpty();

    [Fact]
    public void A_rule_that_ends_before_it_matters_reminds_nobody()
    {
        Due(Somebody(), [(Retiring(Ask(), 10), Today.AddDays(20))], Today).ShouldBeEmpty();
        Due(Somebody(), [(Retiring(Ask(@from: Today.AddDays(20)), 10), DateOnly.MinValue)], Today).ShouldBeEmpty();
        Due(Somebody(left: Today.AddDays(3)), [(Ask(), Today.AddDays(5))], Today).ShouldBeEmpty();
    }

    [Fact]
    public void Who_left_or_has_not_begun_is_told_nothing() =>
        Gen.Select(AnyRule.List[1, 5], Gen.Int[0, 40], Gen.Bool).Sample((rules, days, hasLeft) =>
        {
            var person = hasLeft ? Somebody(left: Today.AddDays(-days)) : Somebody(start: Today.AddDays(days + 1));

            Due(person, rules, Today).ShouldBeEmpty();
        });

    [Fact]
    public void There_is_one_reminder_for_a_course_and_none_for_what_is_met_for_long() =>
        Gen.Select(AnyRule.List[1, 5], Gen.Int[0, 80]).Sample((rules, days) =>
        {
            var due = Due(Somebody(start: Today.AddDays(-days)), rules, Today);

            due.Count.ShouldBeLessThanOrEqualTo(1);
            if (rules.TrueForAll(r => r.MetUntil > Today.AddDays(90))) due.ShouldBeEmpty();
            foreach (var reminder in due) (reminder.Kind == NoticeKind.Missing ? reminder.On <= Today : reminder.On >= Today).ShouldBeTrue();
        });

    [Fact]
    public void Taking_the_course_never_makes_a_reminder_more_urgent() =>
        Gen.Select(AnyRule, Gen.Int[0, 400]).Sample((rule, longer) =>
        {
            var before = Due(Somebody(), [rule], Today).Select(r => (int)r.Kind).FirstOrDefault();
            var until = rule.MetUntil.DayNumber + longer > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : rule.MetUntil.AddDays(longer);

            Due(Somebody(), [(rule.Rule, until)], Today).Select(r => (int)r.Kind).FirstOrDefault().ShouldBeLessThanOrEqualTo(before);
        });

    [Fact]
    public void Days_without_a_run_leave_out_what_is_past_and_add_nothing() =>
        Gen.Select(AnyRule, Gen.Bool.Array[120]).Sample((rule, ran) =>
        {
            var person = Somebody();
            var (daily, some) = (Told(person, rule, Enumerable.Repeat(true, ran.Length)), Told(person, rule, ran));

            daily.ShouldBeUnique("the same occasion on the same day is one reminder");
            some.Except(daily).ShouldBeEmpty();
            daily.Count.ShouldBeLessThanOrEqualTo(4);
            if (ran[^1]) some.LastOrDefault().ShouldBe(Due(person, [rule], Today.AddDays(ran.Length - 1)).Count == 0 ? some.LastOrDefault() : daily[^1]);
        });

    [Fact]
    public void A_new_expiry_is_a_new_occasion()
    {
        var (first, second) = (Due(Somebody(), [(Ask(), Today.AddDays(5))], Today), Due(Somebody(), [(Ask(), Today.AddDays(6))], Today));

        first.ShouldNotBe(second);
        first[0].Kind.ShouldBe(second[0].Kind);
    }

    /// <summary>Everything new that a person is told when the portal runs on these days, in order.</summary>
    private static List<Reminder> Told(Trainee person, (LiteracyRule, DateOnly) rule, IEnumerable<bool> ran)
    {
        var told = new List<Reminder>();
        foreach (var (day, runs) in ran.Index())
        {
            if (runs) told.AddRange(Due(person, [rule], Today.AddDays(day)).Where(r => !told.Contains(r)));
        }

        return told;
    }

    private static IReadOnlyList<Reminder> Due(Trainee person, IEnumerable<(LiteracyRule, DateOnly)> rules, DateOnly day) => Reminder.Of(person, rules, NotReported, day);

    private static LiteracyRule Retiring(LiteracyRule rule, int days)
    {
        rule.Requirement.Retire(Today.AddDays(days));
        return rule;
    }
}
