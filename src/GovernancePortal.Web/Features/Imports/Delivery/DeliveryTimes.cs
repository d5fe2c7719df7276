using System.Globalization;

namespace GovernancePortal.Web.Features.Imports.Delivery;

/// <summary>Reads the times of delivery tools. A time without a zone is read as UTC, and the import says so.</summary>
internal static class DeliveryTimes
{
    private const int DayLength = 10;

    public static bool TryRead(ReadOnlySpan<char> text, out DateTimeOffset time, out bool hasZone)
    {
        (time, hasZone) = (default, false);
        // Year first, or it is not certain which is the month.
        if (text.Length <= DayLength || text[4] != '-' || text[7] != '-') return false;
        hasZone = text[DayLength..].IndexOfAny("Zz+-") >= 0;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time) && time.Year is >= 1990 and <= 2200;
    }
}
