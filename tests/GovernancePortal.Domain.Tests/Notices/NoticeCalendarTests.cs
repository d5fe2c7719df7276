using CsCheck;
using GovernancePortal.Domain.Notices;

namespace GovernancePortal.Domain.Tests.Notices;

public sealed class NoticeCalendarTests
{
    private static readonly NoticeCalendar Berlin = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void A_day_is_due_once_from_five_in_the_morning_on()
    {
        Berlin.DueDay(Time("2026-11-23T03:59:00Z"), Monday.AddDays(-1)).ShouldBeNull();
        Berlin.DueDay(Time("2026-11-23T04:00:00Z"), Monday.AddDays(-1)).ShouldBe(Monday);
        Berlin.DueDay(Time("2026-11-23T20:00:00Z"), Monday).ShouldBeNull();
    }

    [Fact]
    public void The_first_day_does_not_wait_for_the_morning_and_missed_days_are_one() =>
        (Berlin.DueDay(Time("2026-11-23T00:30:00Z"), null), Berlin.DueDay(Time("2026-11-23T09:00:00Z"), Monday.AddDays(-10))).ShouldBe((Monday, Monday));

    [Fact]
    public void The_first_run_of_a_week_brings_the_digest()
    {
        NoticeCalendar.BringsDigest(Monday, Monday.AddDays(-1)).ShouldBeTrue();
        NoticeCalendar.BringsDigest(Monday.AddDays(1), Monday).ShouldBeFalse();
        NoticeCalendar.BringsDigest(Monday.AddDays(2), Monday.AddDays(-3)).ShouldBeTrue("nothing ran on Monday and Tuesday");
        NoticeCalendar.BringsDigest(Monday.AddDays(6), Monday.AddDays(1)).ShouldBeFalse("Sunday ends the week");
    }

    [Fact]
    public void However_seldom_it_runs_a_week_has_one_digest() =>
        Gen.Bool.Array[200].Sample(ran =>
        {
            DateOnly? last = null;
            var weeks = new List<DateOnly>();
            foreach (var (i, runs) in ran.Index())
            {
                if (!runs) continue;
                var day = Monday.AddDays(i);
                if (NoticeCalendar.BringsDigest(day, last)) weeks.Add(NoticeCalendar.MondayOf(day));
                last = day;
            }

            weeks.ShouldBeUnique();
            weeks.ShouldBe(ran.Index().Where(r => r.Item).Select(r => NoticeCalendar.MondayOf(Monday.AddDays(r.Index))).Distinct());
        });

    [Fact]
    public void Weekly_mail_goes_on_the_next_Monday_or_this_one()
    {
        Berlin.WeeklyMailAt(Monday).ShouldBe(Time("2026-11-23T04:00:00Z"));
        Berlin.WeeklyMailAt(Monday.AddDays(1)).ShouldBe(Time("2026-11-30T04:00:00Z"));
        Berlin.WeeklyMailAt(new DateOnly(2026, 3, 24)).ShouldBe(Time("2026-03-30T03:00:00Z"), "the clocks are put forward on the Sunday before");
    }

    [Theory]
    [InlineData(MailFault.NoConnection, 3, MailState.Waiting, 3)]
    [InlineData(MailFault.RefusedForNow, 0, MailState.Waiting, 1)]
    [InlineData(MailFault.RefusedForNow, 5, MailState.Failed, 6)]
    [InlineData(MailFault.Refused, 0, MailState.Failed, 1)]
    [InlineData(MailFault.Interrupted, 0, MailState.Failed, 1)]
    public void A_fault_of_the_server_costs_a_mail_nothing_and_doubt_is_not_repeated(MailFault fault, int tries, MailState state, int after)
    {
        var next = AfterFault.Of(fault, tries, DateTimeOffset.UnixEpoch);

        (next.State, next.Tries).ShouldBe((state, after));
        if (state == MailState.Waiting) next.DueAt.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
