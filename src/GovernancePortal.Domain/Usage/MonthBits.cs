using System.Numerics;

namespace GovernancePortal.Domain.Usage;

/// <summary>Days of a month as bits of a number: the first of the month is the lowest. 31 of them leave the sign alone.</summary>
public static class MonthBits
{
    public const int All = int.MaxValue;

    /// <summary>Months counted from year 0, so that the next month is one more.</summary>
    public static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    public static int BitOf(DateOnly day) => 1 << (day.Day - 1);

    /// <summary>The day and those after it.</summary>
    public static int From(DateOnly day) => All & ~(BitOf(day) - 1);

    /// <summary>The day and those before it.</summary>
    public static int UpTo(DateOnly day) => All >> (31 - day.Day);

    /// <summary>The days that are now used, when a report speaks of some days and says which of these were used.</summary>
    public static int Merge(int known, int reported, int used) => (known & ~reported) | used;

    public static int Count(int bits) => BitOperations.PopCount((uint)bits);

    /// <summary>The last of the days.</summary>
    public static DateOnly LastOf(int month, int bits) => DayOf(month, 31 - BitOperations.LeadingZeroCount((uint)bits));

    public static IEnumerable<DateOnly> DaysOf(int month, int bits)
    {
        for (var place = 0; place < 31; place++)
        {
            if ((bits & (1 << place)) != 0) yield return DayOf(month, place);
        }
    }

    private static DateOnly DayOf(int month, int place) => new(month / 12, (month % 12) + 1, place + 1);
}
