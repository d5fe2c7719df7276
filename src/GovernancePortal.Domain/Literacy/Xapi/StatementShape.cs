using System.Text.Json;
using System.Text.RegularExpressions;
using GovernancePortal.Domain.Common;
using static GovernancePortal.Domain.Literacy.Xapi.JsonShape;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>The form of a whole statement (xAPI 1.0.3, sections 2.2 to 2.4): what is unknown or null is refused, extensions are free.</summary>
internal static partial class StatementShape
{
    public static FieldError? Check(JsonElement value) =>
        Object(value, "", "id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments") is { } wrong
            ? wrong with { Field = wrong.Field.Length == 0 ? "statement" : wrong.Field }
            : Optional(value, "", "id", Uuid)
                ?? Parts(value, "", mayNest: true)
                ?? Optional(value, "", "stored", Point)
                ?? Optional(value, "", "authority", ActorShape.Authority)
                ?? Optional(value, "", "version", (v, p) => Matches(v, p, VersionShape(), "has to be 1.0 or 1.0.x."))
                ?? Voiding(value);

    public static FieldError? SubStatement(JsonElement value, string path) =>
        Object(value, path, "objectType", "actor", "verb", "object", "result", "context", "timestamp", "attachments") ?? Parts(value, path, mayNest: false);

    private static FieldError? Parts(JsonElement value, string path, bool mayNest) =>
        Required(value, path, "actor", ActorShape.Check)
        ?? Required(value, path, "verb", Verb)
        ?? Required(value, path, "object", (v, p) => ObjectShape.Check(v, p, mayNest))
        ?? Optional(value, path, "result", Result)
        ?? Optional(value, path, "context", (v, p) => Context(v, p, IsActivity(value.GetProperty("object"))))
        ?? Optional(value, path, "timestamp", Point)
        ?? Optional(value, path, "attachments", (v, p) => List(v, p, Attachment));

    private static FieldError? Verb(JsonElement value, string path) =>
        Object(value, path, "id", "display") ?? Required(value, path, "id", Iri) ?? Optional(value, path, "display", LanguageMap);

    private static FieldError? Voiding(JsonElement value) =>
        value.GetProperty("verb").GetProperty("id").ValueEquals(XapiVerbs.Voided) && !HasType(value.GetProperty("object"), "StatementRef")
            ? Wrong("object.objectType", "has to be StatementRef in a statement that voids another.")
            : null;

    private static FieldError? Result(JsonElement value, string path) =>
        Object(value, path, "score", "success", "completion", "response", "duration", "extensions")
        ?? Optional(value, path, "score", Score)
        ?? Optional(value, path, "success", Flag)
        ?? Optional(value, path, "completion", Flag)
        ?? Optional(value, path, "response", Text)
        ?? Optional(value, path, "duration", Duration)
        ?? Optional(value, path, "extensions", Extensions);

    private static FieldError? Score(JsonElement value, string path) =>
        Object(value, path, "scaled", "raw", "min", "max")
        ?? Optional(value, path, "scaled", Number)
        ?? Optional(value, path, "raw", Number)
        ?? Optional(value, path, "min", Number)
        ?? Optional(value, path, "max", Number)
        ?? ScoreOrder(value, path);

    private static FieldError? ScoreOrder(JsonElement value, string path)
    {
        double? Read(string name) => value.TryGetProperty(name, out var number) ? number.GetDouble() : null;
        var (scaled, raw, min, max) = (Read("scaled"), Read("raw"), Read("min"), Read("max"));
        if (scaled is < -1 or > 1) return Wrong(Join(path, "scaled"), "has to lie between -1 and 1.");
        if (min >= max) return Wrong(Join(path, "min"), "has to be less than max.");
        return raw < min || raw > max ? Wrong(Join(path, "raw"), "has to lie between min and max.") : null;
    }

    private static FieldError? Context(JsonElement value, string path, bool aboutActivity) =>
        Object(value, path, "registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement", "extensions")
        ?? Optional(value, path, "registration", Uuid)
        ?? Optional(value, path, "instructor", ActorShape.Check)
        ?? Optional(value, path, "team", (v, p) => ActorShape.IsGroup(v) ? ActorShape.Check(v, p) : Wrong(p, "has to be a group."))
        ?? Optional(value, path, "contextActivities", ContextActivities)
        ?? Optional(value, path, "revision", (v, p) => aboutActivity ? Text(v, p) : Wrong(p, "belongs to statements about an activity only."))
        ?? Optional(value, path, "platform", (v, p) => aboutActivity ? Text(v, p) : Wrong(p, "belongs to statements about an activity only."))
        ?? Optional(value, path, "language", Language)
        ?? Optional(value, path, "statement", ObjectShape.Reference)
        ?? Optional(value, path, "extensions", Extensions);

    private static FieldError? ContextActivities(JsonElement value, string path) =>
        Object(value, path, "parent", "grouping", "category", "other")
        ?? Optional(value, path, "parent", OneOrMore)
        ?? Optional(value, path, "grouping", OneOrMore)
        ?? Optional(value, path, "category", OneOrMore)
        ?? Optional(value, path, "other", OneOrMore);

    private static FieldError? OneOrMore(JsonElement value, string path) =>
        value.ValueKind == JsonValueKind.Array ? List(value, path, ObjectShape.Activity) : ObjectShape.Activity(value, path);

    // Files come by multipart, which is not taken here; so an attachment has to say where its file lies.
    private static FieldError? Attachment(JsonElement value, string path) =>
        Object(value, path, "usageType", "display", "description", "contentType", "length", "sha2", "fileUrl")
        ?? Required(value, path, "usageType", Iri)
        ?? Required(value, path, "display", LanguageMap)
        ?? Optional(value, path, "description", LanguageMap)
        ?? Required(value, path, "contentType", Text)
        ?? Required(value, path, "length", (v, p) => v.ValueKind == JsonValueKind.Number && v.TryGetInt64(out var length) && length >= 0 ? null : Wrong(p, "has to be a whole number."))
        ?? Required(value, path, "sha2", (v, p) => Matches(v, p, Sha2Shape(), "has to be hexadecimal digits."))
        ?? Required(value, path, "fileUrl", Iri);

    private static bool IsActivity(JsonElement value) => !value.TryGetProperty("objectType", out var type) || type.ValueEquals("Activity");

    private static bool HasType(JsonElement value, string type) => value.TryGetProperty("objectType", out var found) && found.ValueEquals(type);

    [GeneratedRegex(@"^1\.0(\.\d+)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex VersionShape();

    [GeneratedRegex("^[0-9A-Fa-f]{40,128}$", RegexOptions.NonBacktracking)]
    private static partial Regex Sha2Shape();
}
