namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Numbers different texts, so that a column of few words costs one look-up per row instead of one text.</summary>
internal sealed class TextPool(StringComparer comparer)
{
    private readonly Dictionary<string, int> _numbers = new(comparer);
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    public int NumberOf(ReadOnlySpan<char> text)
    {
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var number)) return number;

        var added = text.ToString();
        _numbers.Add(added, _texts.Count);
        _texts.Add(added);
        return _texts.Count - 1;
    }
}
