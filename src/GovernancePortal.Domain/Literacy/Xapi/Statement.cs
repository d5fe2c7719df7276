using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Ledger;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>How a statement names somebody; one of them is set.</summary>
public sealed record StatementActor(string? Email, string? EmailSha1, string? HomePage, string? AccountName, string? OpenId);

/// <summary>A statement whose form is right, with what training records need of it. Its JSON stays as it came.</summary>
public sealed record Statement
{
    /// <summary>Longer ones name no course of the portal.</summary>
    private const int MostActivities = 50;

    /// <summary>What a clock may be ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    public Guid? Id { get; private init; }

    /// <summary>Null for a group, or for an actor that is nobody in particular.</summary>
    public StatementActor? Actor { get; private init; }

    public string Verb { get; private init; } = "";

    /// <summary>The activity's IRI; null when the statement is about something else.</summary>
    public string? ActivityId { get; private init; }

    public string? ActivityType { get; private init; }

    /// <summary>The statement that this one voids.</summary>
    public Guid? Voids { get; private init; }

    public Guid? Registration { get; private init; }

    /// <summary>Activities that it belongs to: parents first, then groupings.</summary>
    public IReadOnlyList<string> PartOf { get; private init; } = [];

    public IReadOnlyList<string> Categories { get; private init; } = [];

    public bool? Success { get; private init; }

    public bool? Completion { get; private init; }

    /// <summary>-1 to 1.</summary>
    public decimal? Scaled { get; private init; }

    public int? Minutes { get; private init; }

    public DateTimeOffset? Timestamp { get; private init; }

    /// <summary>Texts among the cmi5 extensions, by their IRI; numbers as their digits.</summary>
    public IReadOnlyDictionary<string, string> Extensions { get; private init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>SHA-256 of what the sender says (RFC 8785), without what a record store adds.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>As it came.</summary>
    public string Json { get; private init; } = "";

    public bool IsCmi5 => Categories.Contains(Cmi5Names.Category, StringComparer.Ordinal);

    public static Result<Statement> Read(JsonElement json, DateTimeOffset now)
    {
        if (json.ValueKind != JsonValueKind.Object) return XapiErrors.Invalid(new FieldError("statement", "A statement has to be an object."));
        // Canonical spelling finds what no check of single values does: names that stand twice, halves of characters, numbers without end.
        var canonical = CanonicalJson.From(json);
        if (!canonical.IsSuccess) return XapiErrors.Invalid(new FieldError("statement", canonical.Error!.Message));
        if (StatementShape.Check(json) is { } wrong) return XapiErrors.Invalid(wrong);

        var statement = Take(json);
        return statement.Timestamp > now + Ahead ? XapiErrors.Invalid(new FieldError("timestamp", "timestamp lies in the future.")) : statement;
    }

    private static Statement Take(JsonElement json)
    {
        var (about, verb) = (json.GetProperty("object"), json.GetProperty("verb").GetProperty("id").GetString()!);
        var (result, context) = (Child(json, "result"), Child(json, "context"));
        var isActivity = Text(about, "objectType") is null or "Activity";
        var activities = Child(context, "contextActivities");
        return new Statement
        {
            Id = Uuid(json, "id"),
            Actor = ActorOf(json.GetProperty("actor")),
            Verb = verb,
            ActivityId = isActivity ? Text(about, "id") : null,
            ActivityType = isActivity ? Text(Child(about, "definition"), "type") : null,
            Voids = verb.Equals(XapiVerbs.Voided, StringComparison.Ordinal) ? Uuid(about, "id") : null,
            Registration = Uuid(context, "registration"),
            PartOf = [.. Activities(activities, "parent").Concat(Activities(activities, "grouping")).Distinct(StringComparer.Ordinal).Take(MostActivities)],
            Categories = [.. Activities(activities, "category")],
            Success = Flag(result, "success"),
            Completion = Flag(result, "completion"),
            Scaled = Child(Child(result, "score"), "scaled") is { ValueKind: JsonValueKind.Number } scaled ? Math.Round((decimal)scaled.GetDouble(), 6) : null,
            Minutes = Text(result, "duration") is { } duration ? IsoTime.Minutes(duration) : null,
            Timestamp = Text(json, "timestamp") is { } time ? IsoTime.Point(time) : null,
            Extensions = Cmi5Extensions(Child(context, "extensions"), Child(result, "extensions")),
            Sha256 = HashOf(json),
            Json = json.GetRawText(),
        };
    }

    private static string HashOf(JsonElement json)
    {
        var said = JsonObject.Create(json)!;
        foreach (var added in new[] { "stored", "authority", "version" }) said.Remove(added);
        if (Text(json, "id") is { } id) said["id"] = id.ToLowerInvariant(); // a UUID is the same in capitals
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.From(said).Value)));
    }

    private static StatementActor? ActorOf(JsonElement actor)
    {
        if (ActorShape.IsGroup(actor)) return null;
        var account = Child(actor, "account");
        var email = Text(actor, "mbox")?["mailto:".Length..].ToLowerInvariant();
        return new StatementActor(email, Text(actor, "mbox_sha1sum")?.ToLowerInvariant(), Text(account, "homePage"), Text(account, "name")?.Trim(), Text(actor, "openid"));
    }

    private static IEnumerable<string> Activities(JsonElement activities, string kind)
    {
        var found = Child(activities, kind);
        return found.ValueKind switch
        {
            JsonValueKind.Array => found.EnumerateArray().Select(a => a.GetProperty("id").GetString()!),
            JsonValueKind.Object => [found.GetProperty("id").GetString()!],
            _ => [],
        };
    }

    private static Dictionary<string, string> Cmi5Extensions(params ReadOnlySpan<JsonElement> sources)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            if (source.ValueKind != JsonValueKind.Object) continue;
            foreach (var entry in source.EnumerateObject().Where(e => e.Name.StartsWith("https://w3id.org/xapi/cmi5/", StringComparison.Ordinal)))
            {
                if (entry.Value.ValueKind == JsonValueKind.String) found[entry.Name] = entry.Value.GetString()!;
                else if (entry.Value.ValueKind == JsonValueKind.Number) found[entry.Name] = entry.Value.GetRawText();
            }
        }

        return found;
    }

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static string? Text(JsonElement parent, string name) => Child(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static Guid? Uuid(JsonElement parent, string name) => Guid.TryParseExact(Text(parent, name), "D", out var id) ? id : null;

    private static bool? Flag(JsonElement parent, string name) =>
        Child(parent, name).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
}
