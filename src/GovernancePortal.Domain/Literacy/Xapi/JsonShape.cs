using System.Text.Json;
using System.Text.RegularExpressions;
using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>Checks of single JSON values. Each answers with what is wrong at which dotted path, or null; checks are joined by <c>??</c>, so the first fault is told.</summary>
internal static partial class JsonShape
{
    public static FieldError Wrong(string path, string message) => new(path, $"{path} {message}");

    /// <summary>An object with none but these properties, and nothing null in it.</summary>
    public static FieldError? Object(JsonElement value, string path, params ReadOnlySpan<string> known)
    {
        if (value.ValueKind != JsonValueKind.Object) return Wrong(path, "has to be an object.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!known.Contains(property.Name)) return Wrong(Join(path, property.Name), "is no property that xAPI knows here.");
            if (!seen.Add(property.Name)) return Wrong(Join(path, property.Name), "stands there twice.");
            if (property.Value.ValueKind == JsonValueKind.Null) return Wrong(Join(path, property.Name), "is null. Leave it out instead.");
        }

        return null;
    }

    /// <summary>A property that has to be there.</summary>
    public static FieldError? Required(JsonElement value, string path, string name, Func<JsonElement, string, FieldError?> check) =>
        value.TryGetProperty(name, out var found) ? check(found, Join(path, name)) : Wrong(Join(path, name), "is missing.");

    public static FieldError? Optional(JsonElement value, string path, string name, Func<JsonElement, string, FieldError?> check) =>
        value.TryGetProperty(name, out var found) ? check(found, Join(path, name)) : null;

    public static FieldError? List(JsonElement value, string path, Func<JsonElement, string, FieldError?> check)
    {
        if (value.ValueKind != JsonValueKind.Array) return Wrong(path, "has to be a list.");
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (check(item, $"{path}[{index++}]") is { } wrong) return wrong;
        }

        return null;
    }

    public static FieldError? Text(JsonElement value, string path) => value.ValueKind == JsonValueKind.String ? null : Wrong(path, "has to be text.");

    public static FieldError? Flag(JsonElement value, string path) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : Wrong(path, "has to be true or false.");

    public static FieldError? Number(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? null : Wrong(path, "has to be a number.");

    public static FieldError? Iri(JsonElement value, string path) => Matches(value, path, IriShape(), "has to be an IRI with its scheme, such as https://example.org/course.");

    public static FieldError? Uuid(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out _) ? null : Wrong(path, "has to be a UUID.");

    public static FieldError? Language(JsonElement value, string path) => Matches(value, path, LanguageShape(), "has to be a language tag, such as en-GB.");

    public static FieldError? Point(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String && IsoTime.Point(value.GetString()!) is not null
            ? null
            : Wrong(path, "has to be a time as ISO 8601 writes it, such as 2026-11-23T06:00:00Z, and not with the offset -00:00.");

    public static FieldError? Duration(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.String && IsoTime.Minutes(value.GetString()!) is not null ? null : Wrong(path, "has to be a duration as ISO 8601 writes it, such as PT1H30M.");

    /// <summary>Names or descriptions by language.</summary>
    public static FieldError? LanguageMap(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object) return Wrong(path, "has to be an object of texts by language.");
        foreach (var entry in value.EnumerateObject())
        {
            if (!LanguageShape().IsMatch(entry.Name)) return Wrong(Join(path, entry.Name), "is no language tag, such as en-GB.");
            if (Text(entry.Value, Join(path, entry.Name)) is { } wrong) return wrong;
        }

        return null;
    }

    /// <summary>Extensions: every name is an IRI, the values are free.</summary>
    public static FieldError? Extensions(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object) return Wrong(path, "has to be an object.");
        foreach (var entry in value.EnumerateObject())
        {
            if (!IriShape().IsMatch(entry.Name)) return Wrong(path, $"names an extension “{Shorten(entry.Name)}”, which is no IRI.");
        }

        return null;
    }

    public static FieldError? OneOf(JsonElement value, string path, params ReadOnlySpan<string> words) =>
        value.ValueKind == JsonValueKind.String && words.Contains(value.GetString()!) ? null : Wrong(path, $"has to be {string.Join(" or ", words.ToArray())}.");

    public static FieldError? Matches(JsonElement value, string path, Regex shape, string expected) =>
        value.ValueKind == JsonValueKind.String && shape.IsMatch(value.GetString()!) ? null : Wrong(path, expected);

    public static string Join(string path, string name) => path.Length == 0 ? Shorten(name) : $"{path}.{Shorten(name)}";

    private static string Shorten(string name) => name.Length <= 80 ? name : name[..80] + "…";

    private static bool Contains(this ReadOnlySpan<string> words, string word)
    {
        foreach (var known in words)
        {
            if (known.Equals(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    [GeneratedRegex("""^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$""", RegexOptions.NonBacktracking)]
    private static partial Regex IriShape();

    [GeneratedRegex("^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LanguageShape();
}
