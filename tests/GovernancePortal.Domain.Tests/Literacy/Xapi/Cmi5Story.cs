using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Literacy.Xapi;

namespace GovernancePortal.Domain.Tests.Literacy.Xapi;

/// <summary>Writes the statements of one cmi5 registration, a minute after each other.</summary>
internal sealed class Cmi5Story(string moveOn = "CompletedAndPassed", double? mastery = null)
{
    public const string Course = "https://learn.example/courses/ai";

    private static readonly DateTimeOffset Start = new(2026, 11, 20, 23, 58, 0, TimeSpan.Zero);

    private readonly List<SentStatement> _sent = [];

    public Guid Registration { get; } = Guid.CreateVersion7();

    public IReadOnlyList<SentStatement> Sent => _sent;

    public Cmi5Story Launch(string mode = "Normal", string session = "s1", string unit = "https://learn.example/au/1") =>
        Add(XapiVerbs.Launched, session, unit, context: new JsonObject { [Cmi5Names.LaunchMode] = mode, [Cmi5Names.MoveOn] = moveOn, [Cmi5Names.MasteryScore] = mastery });

    public Cmi5Story Pass(double? scaled = null, string session = "s1", string unit = "https://learn.example/au/1") => Add(XapiVerbs.Passed, session, unit, scaled, success: true, movesOn: true);

    public Cmi5Story Fail(double? scaled = null, string session = "s1") => Add(XapiVerbs.Failed, session, scaled: scaled, success: false, movesOn: true);

    public Cmi5Story Complete(string session = "s1", bool movesOn = true) => Add(XapiVerbs.Completed, session, completion: true, movesOn: movesOn, duration: "PT40.16S");

    public Cmi5Story Abandon(string session = "s1") => Add(XapiVerbs.Abandoned, session);

    public Cmi5Story Satisfy(string type = Cmi5Names.CourseType) => Add(XapiVerbs.Satisfied, "s9", unit: "https://learn.example/whole/1", type: type);

    public Cmi5Story Waive(string? reason) =>
        Add(XapiVerbs.Waived, "s9", success: true, completion: true, movesOn: true, extensions: reason is null ? null : new JsonObject { [Cmi5Names.Reason] = reason });

    public StatementVerdict Verdict(IEnumerable<SentStatement>? order = null) => Cmi5Registration.Judge(Registration, order ?? _sent, Course);

    public Cmi5Story Add(
        string verb, string session, string unit = "https://learn.example/au/1", double? scaled = null, bool? success = null, bool? completion = null, bool movesOn = false,
        string? duration = null, JsonObject? context = null, JsonObject? extensions = null, string? type = null)
    {
        var id = Guid.CreateVersion7();
        context ??= [];
        context[Cmi5Names.SessionId] = session;
        var categories = new JsonArray(new JsonObject { ["id"] = Cmi5Names.Category });
        if (movesOn) categories.Add(new JsonObject { ["id"] = Cmi5Names.MoveOnCategory });
        var statement = new JsonObject
        {
            ["id"] = id.ToString(),
            ["actor"] = new JsonObject { ["account"] = new JsonObject { ["homePage"] = "https://learn.example", ["name"] = "E-1" } },
            ["verb"] = new JsonObject { ["id"] = verb },
            ["object"] = new JsonObject { ["id"] = unit, ["definition"] = new JsonObject { ["type"] = type } },
            ["result"] = new JsonObject { ["score"] = new JsonObject { ["scaled"] = scaled }, ["success"] = success, ["completion"] = completion, ["duration"] = duration, ["extensions"] = extensions },
            ["context"] = new JsonObject { ["registration"] = Registration.ToString(), ["contextActivities"] = new JsonObject { ["category"] = categories }, ["extensions"] = context },
            ["timestamp"] = Start.AddMinutes(_sent.Count).ToString("O"),
        };
        foreach (var place in new[] { statement["object"]!["definition"]!, statement["result"]!, statement["result"]!["score"]!, context })
        {
            foreach (var empty in place.AsObject().Where(p => p.Value is null).Select(p => p.Key).ToList()) place.AsObject().Remove(empty);
        }

        using var document = JsonDocument.Parse(statement.ToJsonString());
        _sent.Add(new SentStatement(id, Statement.Read(document.RootElement, Start.AddDays(2)).Value, Start.AddDays(1)));
        return this;
    }
}
