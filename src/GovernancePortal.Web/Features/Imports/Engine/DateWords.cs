using GovernancePortal.Domain.Imports;

namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>How an error says what date it expected.</summary>
internal static class DateWords
{
    public static string Expected(DateOrder order) =>
        order switch
        {
            DateOrder.DayMonthYear => "a real date, day.month.year",
            DateOrder.MonthDayYear => "a real date, month/day/year",
            _ => "a real date, year-month-day",
        };
}
