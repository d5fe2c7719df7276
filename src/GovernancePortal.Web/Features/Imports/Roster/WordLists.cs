using GovernancePortal.Data.Bulk;

namespace GovernancePortal.Web.Features.Imports.Roster;

/// <summary>
/// Stages the lists that cells such as <c>SQL; Python</c> hold. Many people have the same list, so a list that was seen before costs a look-up instead of
/// rows of its own.
/// </summary>
internal sealed class WordLists(int longestWord)
{
    /// <summary>More different cells than this are not remembered, so that a file full of them takes no more memory.</summary>
    private const int Remembered = 50_000;

    private readonly Dictionary<string, WordList> _lists = new(StringComparer.Ordinal);
    private int _count;

    public WordList Stage(BulkTable words, ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty) return default;
        if (_lists.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cell, out var known)) return known;

        var text = cell.ToString();
        var list = StageNew(words, text);
        if (_lists.Count < Remembered) _lists.Add(text, list);
        return list;
    }

    private WordList StageNew(BulkTable words, string text)
    {
        string[] different = [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (different.FirstOrDefault(w => w.Length > longestWord) is { } tooLong) return new WordList(0, 0, tooLong);

        var number = ++_count;
        foreach (var word in different)
        {
            words.BeginRow(words.Count + 1);
            words.Set(0, number);
            words.Set(1, word);
            words.EndRow();
        }

        return new WordList(number, different.Length, TooLong: null);
    }
}

/// <summary>A staged list of words.</summary>
/// <param name="Number">Its number in the staging table; 0 for an empty one.</param>
/// <param name="Count">How many words it has.</param>
/// <param name="TooLong">A word that the portal cannot hold.</param>
internal readonly record struct WordList(int Number, int Count, string? TooLong);
