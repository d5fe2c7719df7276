using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GovernancePortal.Infra.Tests;

/// <summary>Looks into a compiled ARM template, nested modules included.</summary>
internal static partial class Template
{
    public static JsonObject[] Resources(JsonNode template, string type) =>
        [.. Objects(template).Where(o => o.ContainsKey("apiVersion") && string.Equals(Text(o["type"]), type, StringComparison.Ordinal))];

    /// <summary>Everything in the template that holds, asks for or gives away a secret, or only sounds like it.</summary>
    public static string[] Secrets(JsonNode template)
    {
        var found = new List<string>();
        foreach (var (path, name, value) in Entries(template))
        {
            // A description may say that there is no password.
            if (string.Equals(name, "description", StringComparison.Ordinal))
                continue;

            // The switch that takes the storage account's keys away speaks of them, too.
            if (string.Equals(name, "allowSharedKeyAccess", StringComparison.Ordinal) && string.Equals(value, "false", StringComparison.OrdinalIgnoreCase))
                continue;

            // Where the identity reads from a vault; the vault is what keeps a secret out of here.
            if (string.Equals(name, "keyVaultReferenceIdentity", StringComparison.Ordinal))
                continue;

            if (SecretWord().IsMatch(name))
                found.Add($"{path}: the name speaks of a secret");
            if (value is null)
                continue;
            if (SecretWord().IsMatch(value) || ListCall().IsMatch(value))
                found.Add($"{path}: {value}");
            if (string.Equals(name, "type", StringComparison.Ordinal) && value.StartsWith("secure", StringComparison.OrdinalIgnoreCase))
                found.Add($"{path}: a secure parameter or output");
        }

        return [.. found];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.Select(p => p.Value).SelectMany(Objects).Prepend(o),
            JsonArray a => a.SelectMany(Objects),
            _ => [],
        };

    private static IEnumerable<(string Path, string Name, string? Value)> Entries(JsonNode? node) =>
        Objects(node).Where(o => !IsVaultReference(o)).SelectMany(o => o.SelectMany(p => Values(p.Value).Select(value => ($"{o.GetPath()}.{p.Key}", p.Key, value))));

    /// <summary>A setting that names an entry of a vault by the address in a parameter, and so holds no secret itself.</summary>
    private static bool IsVaultReference(JsonObject setting) =>
        setting.Count == 2 && setting.ContainsKey("name") && Text(setting["value"]) is { } value && VaultReference().IsMatch(value);

    /// <summary>The text of a property, or the texts when it is a list; at least one item, so that the name is looked at too.</summary>
    private static IEnumerable<string?> Values(JsonNode? node) =>
        node is JsonArray items ? items.Select(item => item is JsonValue ? Text(item) : null).DefaultIfEmpty(null) : [node is JsonValue ? Text(node) : null];

    private static string? Text(JsonNode? node) => node?.ToString();

    [GeneratedRegex("password|pwd=|secret|key|sig=", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretWord();

    [GeneratedRegex(@"^\[format\('@Microsoft\.KeyVault\(SecretUri=\{0\}\)', parameters\('\w+'\)\)\]$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VaultReference();

    /// <summary>listKeys, listCredentials, listConnectionStrings … all answer with secrets.</summary>
    [GeneratedRegex(@"\blist\w*\(", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListCall();
}
