using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Data.Usage;

/// <summary>Asks the monthly rows for days.</summary>
public static class UsageQueries
{
    /// <summary>The rows with a day of use between two days, both of them included.</summary>
    public static IQueryable<UsageMonth> UsedBetween(this IQueryable<UsageMonth> months, DateOnly from, DateOnly to)
    {
        var (first, last) = (MonthBits.MonthOf(from), MonthBits.MonthOf(to));
        var (firstDays, lastDays) = (MonthBits.From(from), MonthBits.UpTo(to));
        if (first != last)
            return months.Where(u => u.Month >= first && u.Month <= last && (u.UsedDays & (u.Month == first ? firstDays : u.Month == last ? lastDays : MonthBits.All)) != 0);

        var days = firstDays & lastDays;
        return months.Where(u => u.Month == first && (u.UsedDays & days) != 0);
    }

    /// <summary>The newest day, on or before the given one, of which any report speaks.</summary>
    public static async Task<DateOnly?> NewestDayAsync(this IQueryable<UsageMonth> months, DateOnly upTo, CancellationToken cancellationToken)
    {
        var (month, days) = (MonthBits.MonthOf(upTo), MonthBits.UpTo(upTo));
        // Twice at most: a row speaks of some day, so only the month of the day itself can hold nothing before it.
        while (await months.Where(u => u.Month <= month).MaxAsync(u => (int?)u.Month, cancellationToken) is { } newest)
        {
            var mask = newest == month ? days : MonthBits.All;
            var found = await months.Where(u => u.Month == newest).MaxAsync(u => u.ReportedDays & mask, cancellationToken);
            if (found != 0) return MonthBits.LastOf(newest, found);
            (month, days) = (newest - 1, MonthBits.All);
        }

        return null;
    }
}
