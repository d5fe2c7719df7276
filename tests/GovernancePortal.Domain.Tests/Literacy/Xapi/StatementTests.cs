using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy.Xapi;

namespace GovernancePortal.Domain.Tests.Literacy.Xapi;

public sealed class StatementTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    /// <summary>A statement with everything that xAPI knows.</summary>
    private const string Full = """
        {
          "id": "6d1fa4c0-3f0b-4b63-9b3a-7e7f4ab0a001",
          "actor": { "objectType": "Agent", "name": "Ada", "mbox": "mailto:Ada@Larkfield.example" },
          "verb": { "id": "http://adlnet.gov/expapi/verbs/passed", "display": { "en-GB": "passed", "ja": "合格", "und": "x" } },
          "object": {
            "objectType": "Activity",
            "id": "https://learn.example/courses/ai",
            "definition": {
              "name": { "en": "AI" }, "description": { "en": "About AI" }, "type": "http://adlnet.gov/expapi/activities/course", "moreInfo": "https://learn.example/more",
              "interactionType": "choice", "correctResponsesPattern": ["a"], "choices": [{ "id": "a", "description": { "en": "A" } }],
              "extensions": { "https://learn.example/x": null }
            }
          },
          "result": {
            "score": { "scaled": 0.95, "raw": 95, "min": 0, "max": 100 }, "success": true, "completion": true, "response": "yes", "duration": "PT1H0M0S",
            "extensions": { "https://learn.example/free": [1, { "two": null }] }
          },
          "context": {
            "registration": "6d1fa4c0-3f0b-4b63-9b3a-7e7f4ab0a002",
            "instructor": { "mbox": "mailto:i@larkfield.example" },
            "team": { "objectType": "Group", "member": [{ "openid": "https://id.example/1" }] },
            "contextActivities": { "parent": { "id": "https://learn.example/p" }, "grouping": [{ "id": "https://learn.example/g" }], "other": [] },
            "revision": "3", "platform": "Web", "language": "en-GB", "statement": { "objectType": "StatementRef", "id": "6d1fa4c0-3f0b-4b63-9b3a-7e7f4ab0a003" },
            "extensions": { "https://learn.example/free": 1 }
          },
          "timestamp": "2026-11-20T23:30:00-02:00",
          "stored": "2026-11-20T23:30:00Z",
          "authority": { "account": { "homePage": "https://learn.example", "name": "lms" } },
          "version": "1.0.3",
          "attachments": [{ "usageType": "https://learn.example/cert", "display": { "en": "c" }, "contentType": "application/pdf", "length": 3, "sha2": "abababababababababababababababababababababababababababababababab", "fileUrl": "https://learn.example/f" }]
        }
        """;

    [Fact]
    public void A_full_statement_is_read_and_kept_as_it_came()
    {
        var said = Read(Full).Value;

        said.Id.ShouldBe(Guid.Parse("6d1fa4c0-3f0b-4b63-9b3a-7e7f4ab0a001"));
        said.Actor.ShouldBe(new StatementActor("ada@larkfield.example", null, null, null, null));
        (said.Verb, said.ActivityId).ShouldBe((XapiVerbs.Passed, "https://learn.example/courses/ai"));
        (said.Success, said.Completion, said.Scaled, said.Minutes).ShouldBe((true, true, 0.95m, 60));
        said.PartOf.ShouldBe(["https://learn.example/p", "https://learn.example/g"]);
        said.Timestamp!.Value.UtcDateTime.ShouldBe(new DateTime(2026, 11, 21, 1, 30, 0, DateTimeKind.Utc));
        said.Json.ShouldBe(Full);
    }

    [Theory]
    [InlineData("-actor", "actor")]
    [InlineData("-verb", "verb")]
    [InlineData("-object", "object")]
    [InlineData("-verb.id", "verb.id")]
    [InlineData("-object.id", "object.id")]
    [InlineData("id = \"7\"", "id")]
    [InlineData("unknown = 1", "unknown")]
    [InlineData("actor = null", "actor")]
    [InlineData("actor = \"Ada\"", "actor")]
    [InlineData("actor = {}", "actor")]
    [InlineData("actor = {\"mbox\":\"mailto:a@b.example\",\"openid\":\"https://x.example\"}", "actor")]
    [InlineData("actor.mbox = \"ada@larkfield.example\"", "actor.mbox")]
    [InlineData("actor.mbox = 7", "actor.mbox")]
    [InlineData("actor.objectType = \"Person\"", "actor.objectType")]
    [InlineData("actor.name = 7", "actor.name")]
    [InlineData("actor.member = []", "actor.member")]
    [InlineData("actor = {\"mbox_sha1sum\":\"abc\"}", "actor.mbox_sha1sum")]
    [InlineData("actor = {\"openid\":\"no iri\"}", "actor.openid")]
    [InlineData("actor = {\"account\":{\"name\":\"a\"}}", "actor.account.homePage")]
    [InlineData("actor = {\"account\":{\"homePage\":\"https://x.example\"}}", "actor.account.name")]
    [InlineData("actor = {\"account\":{\"homePage\":\"here\",\"name\":\"a\"}}", "actor.account.homePage")]
    [InlineData("actor = {\"objectType\":\"Group\"}", "actor.member")]
    [InlineData("actor = {\"objectType\":\"Group\",\"member\":[{\"name\":\"x\"}]}", "actor.member[0]")]
    [InlineData("verb.id = \"passed\"", "verb.id")]
    [InlineData("verb.more = 1", "verb.more")]
    [InlineData("verb.display = {\"no tag!\":\"x\"}", "verb.display.no tag!")]
    [InlineData("verb.display = {\"en\":1}", "verb.display.en")]
    [InlineData("object.id = \"course 1\"", "object.id")]
    [InlineData("object.objectType = \"Thing\"", "object.objectType")]
    [InlineData("object = {\"objectType\":\"StatementRef\"}", "object.id")]
    [InlineData("object = {\"objectType\":\"StatementRef\",\"id\":\"7\"}", "object.id")]
    [InlineData("object = {\"objectType\":\"Agent\"}", "object")]
    [InlineData("object = {\"objectType\":\"SubStatement\"}", "object.actor")]
    [InlineData("object = {\"objectType\":\"SubStatement\",\"actor\":{\"mbox\":\"mailto:a@b.example\"},\"verb\":{\"id\":\"v:1\"},\"object\":{\"objectType\":\"SubStatement\"}}", "object.object.objectType")]
    [InlineData("object = {\"objectType\":\"SubStatement\",\"id\":\"6d1fa4c0-3f0b-4b63-9b3a-7e7f4ab0a001\"}", "object.id")]
    [InlineData("object.definition.type = \"course\"", "object.definition.type")]
    [InlineData("object.definition.moreInfo = \"here\"", "object.definition.moreInfo")]
    [InlineData("object.definition.interactionType = \"guess\"", "object.definition.interactionType")]
    [InlineData("object.definition.correctResponsesPattern = [1]", "object.definition.correctResponsesPattern[0]")]
    [InlineData("object.definition.choices = [{\"description\":{}}]", "object.definition.choices[0].id")]
    [InlineData("object.definition.steps = {}", "object.definition.steps")]
    [InlineData("object.definition.extensions = {\"x\":1}", "object.definition.extensions")]
    [InlineData("result.score.scaled = 1.01", "result.score.scaled")]
    [InlineData("result.score.scaled = -1.01", "result.score.scaled")]
    [InlineData("result.score.scaled = \"0.9\"", "result.score.scaled")]
    [InlineData("result.score.raw = 101", "result.score.raw")]
    [InlineData("result.score.raw = -1", "result.score.raw")]
    [InlineData("result.score.min = 100", "result.score.min")]
    [InlineData("result.score.best = 1", "result.score.best")]
    [InlineData("result.success = \"true\"", "result.success")]
    [InlineData("result.completion = 1", "result.completion")]
    [InlineData("result.response = 1", "result.response")]
    [InlineData("result.duration = \"1 hour\"", "result.duration")]
    [InlineData("result.duration = \"PT\"", "result.duration")]
    [InlineData("context.registration = \"7\"", "context.registration")]
    [InlineData("context.team = {\"mbox\":\"mailto:a@b.example\"}", "context.team")]
    [InlineData("context.language = \"english language\"", "context.language")]
    [InlineData("context.statement = {\"id\":\"6d1fa4c0-3f0b-4b63-9b3a-7e7f4ab0a003\"}", "context.statement.objectType")]
    [InlineData("context.contextActivities.category = [{\"id\":\"x\"}]", "context.contextActivities.category[0].id")]
    [InlineData("context.contextActivities.parent = \"https://learn.example/p\"", "context.contextActivities.parent")]
    [InlineData("context.contextActivities.children = []", "context.contextActivities.children")]
    [InlineData("timestamp = \"2026-11-20\"", "timestamp")]
    [InlineData("timestamp = \"2026-11-20T10:00:00-00:00\"", "timestamp")]
    [InlineData("timestamp = \"2026-13-20T10:00:00Z\"", "timestamp")]
    [InlineData("timestamp = \"2026-11-24T06:00:01Z\"", "timestamp")]
    [InlineData("stored = \"now\"", "stored")]
    [InlineData("version = \"2.0.0\"", "version")]
    [InlineData("authority = {\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@b.example\"}]}", "authority")]
    [InlineData("attachments = [{}]", "attachments[0].usageType")]
    [InlineData("verb.id = \"http://adlnet.gov/expapi/verbs/voided\"", "object.objectType")]
    public void What_is_wrong_is_refused_by_its_field(string change, string field)
    {
        var refused = Read(Changed(change)).Error!;

        (refused.Code, refused.Kind).ShouldBe((XapiErrors.InvalidCode, ErrorKind.Invalid));
        refused.Fields.ShouldHaveSingleItem().Field.ShouldBe(field);
        refused.Message.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("timestamp = \"2026-11-24T06:00:00Z\"")]
    [InlineData("timestamp = \"2026-11-20T10:00\"")]
    [InlineData("timestamp = \"2026-11-20T10:00:00.123456789+0530\"")]
    [InlineData("timestamp = \"2026-11-20T10:00:00+00\"")]
    [InlineData("result.score.scaled = -1")]
    [InlineData("result.duration = \"P1Y2M3DT4H5M6.7S\"")]
    [InlineData("result.duration = \"P2W\"")]
    [InlineData("object = {\"objectType\":\"Group\",\"mbox\":\"mailto:g@b.example\"}")]
    [InlineData("actor = {\"objectType\":\"Group\",\"mbox\":\"mailto:g@b.example\"}")]
    [InlineData("-result")]
    [InlineData("-context")]
    [InlineData("-id")]
    public void What_is_unusual_but_right_is_accepted(string change)
    {
        var text = change.StartsWith("object", StringComparison.Ordinal) ? Changed("-context.revision", Changed("-context.platform", Changed(change))) : Changed(change);

        Read(text).Error.ShouldBeNull();
    }

    [Fact]
    public void Revision_and_platform_belong_to_activities_only() =>
        Read(Changed("object = {\"objectType\":\"Agent\",\"mbox\":\"mailto:g@b.example\"}")).Error!.Fields.Single().Field.ShouldBe("context.revision");

    [Fact]
    public void A_name_that_stands_twice_is_refused() =>
        Read(Full.Replace("\"version\": \"1.0.3\",", "\"version\": \"1.0.3\", \"version\": \"1.0.3\",", StringComparison.Ordinal)).Error!.Code.ShouldBe(XapiErrors.InvalidCode);

    [Fact]
    public void The_hash_is_about_what_is_said_and_not_about_its_spelling()
    {
        var hash = Read(Full).Value.Sha256;

        Read(JsonNode.Parse(Full)!.ToJsonString()).Value.Sha256.ShouldBe(hash);
        Read(Changed("stored = \"2026-11-22T00:00:00Z\"")).Value.Sha256.ShouldBe(hash);
        Read(Changed("-authority")).Value.Sha256.ShouldBe(hash);
        Read(Changed("version = \"1.0.0\"")).Value.Sha256.ShouldBe(hash);
        Read(Full.Replace("0.95", "0.950", StringComparison.Ordinal)).Value.Sha256.ShouldBe(hash);
        Read(Changed("result.score.scaled = 0.96")).Value.Sha256.ShouldNotBe(hash);
        Read(Changed("result.extensions = {}")).Value.Sha256.ShouldNotBe(hash);
    }

    [Theory]
    [InlineData("PT1H0M0S", 60)]
    [InlineData("PT40.16S", 1)]
    [InlineData("PT0S", 0)]
    [InlineData("PT1M1S", 2)]
    [InlineData("P1DT1H", 25 * 60)]
    [InlineData("P2W", 2 * 7 * 24 * 60)]
    [InlineData("P1Y1M", (365 + 30) * 24 * 60)]
    [InlineData("PT1,5H", 90)]
    [InlineData("P", null)]
    [InlineData("P1DT", null)]
    [InlineData("PT99999999999H", null)]
    public void A_duration_is_told_in_minutes_rounded_up(string text, int? minutes) => IsoTime.Minutes(text).ShouldBe(minutes);

    [Fact]
    public void A_version_is_the_one_taught_on_the_day()
    {
        var course = new GovernancePortal.Domain.Literacy.Course(GovernancePortal.Domain.Literacy.CourseId.New(), "C", "C", "", validityMonths: null);
        course.VersionOn(new DateOnly(2026, 1, 1)).ShouldBe("");
        course.AddVersion(new(course.Id, "3", new DateOnly(2026, 6, 1), "x"));
        course.AddVersion(new(course.Id, "2", new DateOnly(2025, 1, 1), "x"));

        course.VersionOn(new DateOnly(2026, 6, 1)).ShouldBe("3");
        course.VersionOn(new DateOnly(2026, 5, 31)).ShouldBe("2");
        course.VersionOn(new DateOnly(2016, 6, 9)).ShouldBe("2", "a later version cannot have been taken then");
    }

    internal static Result<Statement> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Statement.Read(document.RootElement, Now);
    }

    /// <summary>The statement with one change: <c>-path</c> takes a property away, <c>path = json</c> sets it.</summary>
    private static string Changed(string change, string text = Full)
    {
        var root = JsonNode.Parse(text)!;
        var (path, value) = change.StartsWith('-') ? (change[1..], null) : (change[..change.IndexOf(" = ", StringComparison.Ordinal)], change[(change.IndexOf(" = ", StringComparison.Ordinal) + 3)..]);
        var names = path.Split('.');
        var parent = names[..^1].Aggregate(root, (node, name) => node[name]!).AsObject();
        if (value is null) parent.Remove(names[^1]).ShouldBeTrue();
        else parent[names[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }
}
