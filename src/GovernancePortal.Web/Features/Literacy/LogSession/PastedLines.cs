using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>Takes a pasted list apart.</summary>
internal static class PastedLines
{
    private static readonly char[] Separators = ['\n', '\r', ',', ';', '\t'];

    /// <summary>The entries in their order. Mail programs add names and angle brackets; only the address is kept.</summary>
    public static IReadOnlyList<string> Of(string pasted) =>
        [.. pasted.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Bare).Where(l => l.Length > 0)];

    /// <summary>The form in which entries are compared.</summary>
    public static string KeyOf(string text) => Person.SearchForm(text);

    /// <summary>How many letters have to be changed, added, left out or exchanged with their neighbour to make one text of the other.</summary>
    public static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 3) return int.MaxValue;
        var (before, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++) last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }

    private static string Bare(string entry)
    {
        var (open, close) = (entry.IndexOf('<', StringComparison.Ordinal), entry.IndexOf('>', StringComparison.Ordinal));
        return open >= 0 && close > open ? entry[(open + 1)..close].Trim() : entry.Trim('"', ' ');
    }
}
