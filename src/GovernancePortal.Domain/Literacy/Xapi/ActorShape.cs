using System.Text.Json;
using System.Text.RegularExpressions;
using GovernancePortal.Domain.Common;
using static GovernancePortal.Domain.Literacy.Xapi.JsonShape;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>Agents and groups (xAPI 1.0.3, section 2.4.2).</summary>
internal static partial class ActorShape
{
    private static readonly string[] Identifiers = ["mbox", "mbox_sha1sum", "openid", "account"];

    public static FieldError? Check(JsonElement value, string path) => IsGroup(value) ? Group(value, path) : Agent(value, path);

    public static FieldError? Agent(JsonElement value, string path) =>
        Object(value, path, "objectType", "name", "mbox", "mbox_sha1sum", "openid", "account")
        ?? Optional(value, path, "objectType", (v, p) => OneOf(v, p, "Agent"))
        ?? Optional(value, path, "name", Text)
        ?? Identified(value, path, least: 1);

    /// <summary>Who stands behind a statement: an agent, or a group of the two that OAuth knows.</summary>
    public static FieldError? Authority(JsonElement value, string path)
    {
        if (!IsGroup(value)) return Agent(value, path);
        if (Group(value, path) is { } wrong) return wrong;
        return value.TryGetProperty("member", out var members) && members.GetArrayLength() == 2 ? null : Wrong(path, "as a group has to have two members.");
    }

    public static bool IsGroup(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("objectType", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Group");

    private static FieldError? Group(JsonElement value, string path) =>
        Object(value, path, "objectType", "name", "member", "mbox", "mbox_sha1sum", "openid", "account")
        ?? Optional(value, path, "name", Text)
        ?? Optional(value, path, "member", (v, p) => List(v, p, Agent))
        ?? (Identifiers.Any(i => value.TryGetProperty(i, out _)) ? null : Required(value, path, "member", (_, _) => null))
        ?? Identified(value, path, least: 0);

    private static FieldError? Identified(JsonElement value, string path, int least)
    {
        var count = Identifiers.Count(i => value.TryGetProperty(i, out _));
        if (count < least) return Wrong(path, "has to be identified by one of mbox, mbox_sha1sum, openid or account.");
        if (count > 1) return Wrong(path, "is identified more than once. Keep one of mbox, mbox_sha1sum, openid and account.");
        return Optional(value, path, "mbox", (v, p) => Matches(v, p, MboxShape(), "has to be mailto: and an e-mail address."))
            ?? Optional(value, path, "mbox_sha1sum", (v, p) => Matches(v, p, Sha1Shape(), "has to be 40 hexadecimal digits."))
            ?? Optional(value, path, "openid", Iri)
            ?? Optional(value, path, "account", Account);
    }

    private static FieldError? Account(JsonElement value, string path) =>
        Object(value, path, "homePage", "name") ?? Required(value, path, "homePage", Iri) ?? Required(value, path, "name", Text);

    [GeneratedRegex(@"^mailto:[^\s@<>]+@[^\s@<>]+$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MboxShape();

    [GeneratedRegex("^[0-9A-Fa-f]{40}$", RegexOptions.NonBacktracking)]
    private static partial Regex Sha1Shape();
}
