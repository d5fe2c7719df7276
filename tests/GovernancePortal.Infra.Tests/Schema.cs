using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GovernancePortal.Infra.Tests;

/// <summary>
/// The part of JSON Schema (2019-09) that the azure.yaml schema uses. A keyword it does not know is an exception, never a silent pass.
/// The libraries that could do it are left out for their terms: JsonSchema.Net asks a maintenance fee, Newtonsoft.Json.Schema is AGPL.
/// </summary>
internal sealed class Schema(JsonObject root)
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "$schema",
        "$id",
        "title",
        "description",
        "comment",
        "default",
        "examples",
        "deprecated",
        "definitions",
        // "then" and "else" are read together with "if".
        "then",
        "else",
    };

    public string[] Violations(JsonNode? value) => [.. Check(root, value, "azure.yaml")];

    private IEnumerable<string> Check(JsonNode? schema, JsonNode? value, string path)
    {
        if (schema is JsonValue constant)
            return constant.GetValue<bool>() ? [] : [$"{path} is not allowed"];

        var rules = schema!.AsObject();
        return rules.Where(rule => !Annotations.Contains(rule.Key)).SelectMany(rule => Apply(rule.Key, rule.Value!, rules, value, path));
    }

    private IEnumerable<string> Apply(string keyword, JsonNode rule, JsonObject rules, JsonNode? value, string path) =>
        keyword switch
        {
            "$ref" => Follow(rule.GetValue<string>(), value, path),
            "allOf" => rule.AsArray().SelectMany(part => Check(part, value, path)),
            "anyOf" => When(!rule.AsArray().Any(part => Holds(part, value)), path, "fits none of the shapes allowed"),
            "not" => When(Holds(rule, value), path, "has a shape that is not allowed"),
            "if" => rules[Holds(rule, value) ? "then" : "else"] is { } branch ? Check(branch, value, path) : [],
            "type" => When(!Types(rule).Any(type => IsOfType(value, type)), path, "is not of type " + rule.ToJsonString()),
            "const" => When(!JsonNode.DeepEquals(rule, value), path, "is not " + rule.ToJsonString()),
            "enum" => When(!rule.AsArray().Any(item => JsonNode.DeepEquals(item, value)), path, "is not one of " + rule.ToJsonString()),
            _ when value is JsonObject map => OfObject(keyword, rule, rules, map, path),
            _ when value is JsonArray list => OfArray(keyword, rule, list, path),
            _ => OfText(keyword, rule, value, path),
        };

    private IEnumerable<string> OfObject(string keyword, JsonNode rule, JsonObject rules, JsonObject map, string path)
    {
        return keyword switch
        {
            "required" => rule.AsArray().Where(name => !map.ContainsKey(name!.GetValue<string>())).Select(name => $"{path} lacks {name}"),
            "properties" => rule.AsObject().Where(p => map.ContainsKey(p.Key)).SelectMany(p => Check(p.Value, map[p.Key], $"{path}.{p.Key}")),
            "additionalProperties" => map.Where(p => !Named(p.Key)).SelectMany(p => Check(rule, p.Value, $"{path}.{p.Key}")),
            "minProperties" => When(map.Count < rule.GetValue<int>(), path, "has too few entries"),
            _ => Known(keyword),
        };

        bool Named(string name) => rules["properties"] is JsonObject properties && properties.ContainsKey(name);
    }

    private IEnumerable<string> OfArray(string keyword, JsonNode rule, JsonArray list, string path) =>
        keyword switch
        {
            "items" => list.SelectMany((item, index) => Check(rule, item, $"{path}[{index}]")),
            "minItems" => When(list.Count < rule.GetValue<int>(), path, "has too few items"),
            "uniqueItems" => When(
                rule.GetValue<bool>() && list.Where((item, i) => list.Take(i).Any(other => JsonNode.DeepEquals(item, other))).Any(),
                path,
                "repeats an item"
            ),
            _ => Known(keyword),
        };

    private static IEnumerable<string> OfText(string keyword, JsonNode rule, JsonNode? value, string path)
    {
        if (!IsOfType(value, "string"))
            return Known(keyword);

        var text = value!.GetValue<string>();
        return keyword switch
        {
            "minLength" => When(text.Length < rule.GetValue<int>(), path, "is too short"),
            "maxLength" => When(text.Length > rule.GetValue<int>(), path, "is too long"),
            "pattern" => When(!Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)), path, $"does not fit {rule}"),
            _ => Known(keyword),
        };
    }

    /// <summary>A keyword for values of another type holds; one that nobody here has written stops the check.</summary>
    private static IEnumerable<string> Known(string keyword) =>
        keyword
            is "required"
                or "properties"
                or "additionalProperties"
                or "minProperties"
                or "items"
                or "minItems"
                or "uniqueItems"
                or "minLength"
                or "maxLength"
                or "pattern"
            ? []
            : throw new NotSupportedException($"The schema uses {keyword}, which this check does not know.");

    private bool Holds(JsonNode? schema, JsonNode? value) => !Check(schema, value, "").Any();

    private IEnumerable<string> Follow(string reference, JsonNode? value, string path)
    {
        // The schema points to others for AI agents; nothing here is one, so they are not kept.
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
            return [$"{path} would have to fit another schema, {reference}"];

        var target = reference[2..].Split('/').Aggregate((JsonNode?)root, (node, name) => node![name]);
        return Check(target.ShouldNotBeNull(reference), value, path);
    }

    private static IEnumerable<string> Types(JsonNode rule) =>
        rule is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool IsOfType(JsonNode? value, string type) =>
        (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
            ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => decimal.IsInteger(decimal.Parse(value!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)),
            _ => false,
        };

    private static IEnumerable<string> When(bool violated, string path, string message) => violated ? [$"{path} {message}"] : [];
}
