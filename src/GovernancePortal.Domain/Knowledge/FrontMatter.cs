using System.Globalization;

namespace GovernancePortal.Domain.Knowledge;

/// <summary>
/// The head of a Markdown file between two lines of three dashes: one <c>name: value</c> a line, values plain or quoted. Of YAML it reads what such heads hold and
/// no more; lists and nested values are passed over.
/// </summary>
public sealed class FrontMatter
{
    public const int MostLines = 200;

    private readonly Dictionary<string, string> _values;

    private FrontMatter(Dictionary<string, string> values) => _values = values;

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Null when the text has no such head, or one that does not end.</summary>
    public static FrontMatter? Read(string text)
    {
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        if (reader.ReadLine()?.TrimEnd() != "---") return null;

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < MostLines && reader.ReadLine() is { } line; i++)
        {
            if (line.TrimEnd() is "---" or "...") return new FrontMatter(values);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            // What is set in belongs to a nested value.
            if (colon < 1 || char.IsWhiteSpace(line[0]) || line[0] is '#' or '-') continue;
            if (Value(line.AsSpan(colon + 1).Trim()) is { Length: > 0 } value) values.TryAdd(line[..colon].TrimEnd(), value);
        }

        return null;
    }

    /// <summary>A day as YAML writes it; null when there is none or it is no real day.</summary>
    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // An unquoted # begins a comment.
    private static string Value(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        if (text[0] is '"' or '\'')
        {
            var quote = text[0];
            var end = text[1..].LastIndexOf(quote);
            if (end < 0) return "";
            var inner = text.Slice(1, end).ToString();
            return quote == '\'' ? inner.Replace("''", "'", StringComparison.Ordinal) : inner.Replace("\\\"", "\"", StringComparison.Ordinal);
        }

        if (text[0] == '#') return "";
        var comment = text.IndexOf(" #");
        return (comment < 0 ? text : text[..comment]).TrimEnd().ToString();
    }
}
