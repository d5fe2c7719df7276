using System.Globalization;
using GovernancePortal.Domain.Literacy;

namespace GovernancePortal.Domain.Imports;

/// <summary>Order of day, month and year in a column of dates.</summary>
public enum DateOrder
{
    /// <summary>2026-11-23; also understood in every other setting, because it cannot be mistaken.</summary>
    YearMonthDay = 0,

    /// <summary>23.11.2026 or 23/11/2026.</summary>
    DayMonthYear = 1,

    /// <summary>11/23/2026.</summary>
    MonthDayYear = 2,
}

/// <summary>Reads the cells of a file. What cannot be read for certain is refused, never guessed.</summary>
public static class CellReader
{
    private static readonly string[] YearFirst = ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy.MM.dd"];
    private static readonly string[] DayFirst = ["dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy"];
    private static readonly string[] MonthFirst = ["MM/dd/yyyy", "M/d/yyyy", "MM-dd-yyyy"];

    public static bool TryDate(ReadOnlySpan<char> text, DateOrder order, out DateOnly date)
    {
        text = WithoutTime(text.Trim());
        if (DateOnly.TryParseExact(text, YearFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)) return Sensible(date);
        var formats = order switch
        {
            DateOrder.DayMonthYear => DayFirst,
            DateOrder.MonthDayYear => MonthFirst,
            _ => [],
        };
        return formats.Length > 0 && DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && Sensible(date);
    }

    /// <summary>A plain figure with a point before the decimals, such as 95000 or 95000.50.</summary>
    public static bool TryMoney(ReadOnlySpan<char> text, out decimal amount) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out amount);

    public static bool TryFlag(ReadOnlySpan<char> text, out bool flag)
    {
        if (TryYesNo(text, out flag)) return true;
        text = text.Trim();
        flag = Is(text, "contractor") || Is(text, "external");
        return flag || Is(text, "employee") || Is(text, "internal");
    }

    /// <summary>Yes or no in the words that files use; an empty cell is no.</summary>
    public static bool TryYesNo(ReadOnlySpan<char> text, out bool yes)
    {
        text = text.Trim();
        yes = Is(text, "yes") || Is(text, "y") || Is(text, "true") || Is(text, "1") || Is(text, "x");
        return yes || text.IsEmpty || Is(text, "no") || Is(text, "n") || Is(text, "false") || Is(text, "0");
    }

    public static bool TryResult(ReadOnlySpan<char> text, out CompletionResult result)
    {
        text = text.Trim();
        result =
            Is(text, "passed") || Is(text, "pass") || Is(text, "completed") || Is(text, "complete") ? CompletionResult.Passed
            : Is(text, "failed") || Is(text, "fail") ? CompletionResult.Failed
            : Is(text, "attended") || Is(text, "attendance") ? CompletionResult.Attended
            : default;
        return result != default;
    }

    /// <summary>A score as a share: 0.95 or 95%, and 95 when the column counts to a hundred.</summary>
    public static bool TryScore(ReadOnlySpan<char> text, out decimal score)
    {
        text = text.Trim();
        var percent = text.EndsWith("%", StringComparison.Ordinal);
        if (percent) text = text[..^1];
        if (!TryMoney(text, out score)) return false;
        if (percent || score > 1) score /= 100;
        return score is >= 0 and <= 1;
    }

    /// <summary>Whether it has the shape of an address; whether anybody reads it is not known.</summary>
    public static bool IsEmail(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at < text.Length - 1 && text[(at + 1)..].IndexOf('@') < 0 && text.IndexOfAny(' ', ',', ';') < 0;
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    // 2026-11-23T08:00:00Z and 2026-11-23 08:00 name a day, too.
    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text) => text.Length > 10 && text[10] is 'T' or ' ' ? text[..10] : text;

    private static bool Sensible(DateOnly date) => date.Year is >= 1900 and <= 2200;
}
