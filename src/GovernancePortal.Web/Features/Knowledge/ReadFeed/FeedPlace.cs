using System.Globalization;

namespace GovernancePortal.Web.Features.Knowledge.ReadFeed;

/// <summary>How far a reader has read: up to a place of the ledger, on a day. Every decision has a place, and some pages grow stale by the day alone.</summary>
internal readonly record struct FeedPlace(long Size, DateOnly Day)
{
    private const string DayFormat = "yyyyMMdd";

    public static bool TryParse(string text, out FeedPlace place)
    {
        place = default;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1 || !long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return false;
        if (!DateOnly.TryParseExact(text.AsSpan(dash + 1), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        place = new FeedPlace(size, day);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Size}-{Day.ToString(DayFormat, CultureInfo.InvariantCulture)}");
}
