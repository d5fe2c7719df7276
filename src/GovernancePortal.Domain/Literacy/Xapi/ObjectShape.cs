using System.Text.Json;
using GovernancePortal.Domain.Common;
using static GovernancePortal.Domain.Literacy.Xapi.JsonShape;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>What a statement is about (xAPI 1.0.3, section 2.4.4).</summary>
internal static class ObjectShape
{
    private static readonly string[] ComponentLists = ["choices", "scale", "source", "target", "steps"];

    /// <param name="value">The object.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="mayNest">Whether it may be a statement of its own; not within one.</param>
    public static FieldError? Check(JsonElement value, string path, bool mayNest)
    {
        if (value.ValueKind != JsonValueKind.Object) return Wrong(path, "has to be an object.");
        if (!value.TryGetProperty("objectType", out var type)) return Activity(value, path);

        return type.ValueKind != JsonValueKind.String ? Text(type, Join(path, "objectType")) : type.GetString() switch
        {
            "Activity" => Activity(value, path),
            "Agent" or "Group" => ActorShape.Check(value, path),
            "StatementRef" => Reference(value, path),
            "SubStatement" when mayNest => StatementShape.SubStatement(value, path),
            _ => Wrong(Join(path, "objectType"), mayNest ? "has to be Activity, Agent, Group, StatementRef or SubStatement." : "has to be Activity, Agent, Group or StatementRef."),
        };
    }

    public static FieldError? Reference(JsonElement value, string path) =>
        Object(value, path, "objectType", "id") ?? Required(value, path, "objectType", (v, p) => OneOf(v, p, "StatementRef")) ?? Required(value, path, "id", Uuid);

    public static FieldError? Activity(JsonElement value, string path) =>
        Object(value, path, "objectType", "id", "definition")
        ?? Optional(value, path, "objectType", (v, p) => OneOf(v, p, "Activity"))
        ?? Required(value, path, "id", Iri)
        ?? Optional(value, path, "definition", Definition);

    private static FieldError? Definition(JsonElement value, string path) =>
        Object(
            value, path, "name", "description", "type", "moreInfo", "extensions", "interactionType", "correctResponsesPattern", "choices", "scale", "source", "target", "steps")
        ?? Optional(value, path, "name", LanguageMap)
        ?? Optional(value, path, "description", LanguageMap)
        ?? Optional(value, path, "type", Iri)
        ?? Optional(value, path, "moreInfo", Iri)
        ?? Optional(value, path, "extensions", Extensions)
        ?? Optional(value, path, "interactionType", InteractionType)
        ?? Optional(value, path, "correctResponsesPattern", (v, p) => List(v, p, Text))
        ?? ComponentLists.Select(name => Optional(value, path, name, (v, p) => List(v, p, Component))).FirstOrDefault(wrong => wrong is not null);

    private static FieldError? InteractionType(JsonElement value, string path) =>
        OneOf(value, path, "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other");

    private static FieldError? Component(JsonElement value, string path) =>
        Object(value, path, "id", "description") ?? Required(value, path, "id", Text) ?? Optional(value, path, "description", LanguageMap);
}
