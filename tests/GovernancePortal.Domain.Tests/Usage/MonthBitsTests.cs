using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Domain.Tests.Usage;

public sealed class MonthBitsTests
{
    [Fact]
    public void The_days_of_a_month_come_back_as_they_went_in()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year < 2026; day = day.AddDays(1))
        {
            MonthBits.DaysOf(MonthBits.MonthOf(day), MonthBits.BitOf(day)).ShouldBe([day]);
            MonthBits.LastOf(MonthBits.MonthOf(day), MonthBits.UpTo(day)).ShouldBe(day);
            (MonthBits.From(day) & MonthBits.UpTo(day)).ShouldBe(MonthBits.BitOf(day));
            (MonthBits.From(day) | MonthBits.UpTo(day)).ShouldBe(MonthBits.All);
        }

        MonthBits.MonthOf(new DateOnly(2026, 1, 1)).ShouldBe(MonthBits.MonthOf(new DateOnly(2025, 12, 31)) + 1);
    }

    [Fact]
    public void What_is_reported_of_a_day_later_replaces_what_was_reported_before_and_leaves_other_days_alone()
    {
        var month = new UsageMonth("tool", "login", MonthBits.MonthOf(new DateOnly(2026, 3, 1)));
        month.Report(new DateOnly(2026, 3, 1), active: true);
        month.Report(new DateOnly(2026, 3, 31), active: true);
        month.Report(new DateOnly(2026, 3, 1), active: false);

        MonthBits.DaysOf(month.Month, month.UsedDays).ShouldBe([new DateOnly(2026, 3, 31)]);
        MonthBits.DaysOf(month.Month, month.ReportedDays).ShouldBe([new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31)]);
        MonthBits.Count(month.ReportedDays).ShouldBe(2);
    }
}
