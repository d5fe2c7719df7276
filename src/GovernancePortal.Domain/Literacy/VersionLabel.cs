using System.Globalization;

namespace GovernancePortal.Domain.Literacy;

/// <summary>Compares version labels such as 3, 2.10 or 2026.1 by their numbers; what is no number compares as text.</summary>
public static class VersionLabel
{
    public static int Compare(string left, string right)
    {
        var (a, b) = (left.TrimStart('v', 'V').Split('.'), right.TrimStart('v', 'V').Split('.'));
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            var order = ComparePart(i < a.Length ? a[i] : "0", i < b.Length ? b[i] : "0");
            if (order != 0) return order;
        }

        return 0;
    }

    private static int ComparePart(string left, string right) =>
        long.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var x) && long.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            ? x.CompareTo(y)
            : string.CompareOrdinal(left, right);
}
