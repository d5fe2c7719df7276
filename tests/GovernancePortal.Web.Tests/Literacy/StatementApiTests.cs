using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;
using GovernancePortal.Web.Features.Literacy.ReceiveStatements;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

/// <summary>Statements over HTTP, as training systems send them.</summary>
public sealed class StatementApiTests : IAsyncLifetime
{
    private StatementOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await StatementOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_statement_is_kept_as_it_came_and_counts_at_once()
    {
        var sample = StatementOffice.Sample("attended.json");

        var response = await _office.PostAsync(sample);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await StatementOffice.BodyAsync(response)).AsArray().Select(i => i!.GetValue<string>()).ShouldBe(["3a6f1c52-7d0e-4d0b-8b57-0c9a5e2f1099"]);
        var completion = (await _office.CompletionsAsync()).ShouldHaveSingleItem();
        (completion.PersonId, completion.CourseId, completion.CourseVersion).ShouldBe((_office.Person.Id, _office.Course.Id, "3"));
        (completion.Result, completion.Score, completion.DurationMinutes, completion.Source).ShouldBe((CompletionResult.Passed, 0.95m, 60, "xapi"));
        completion.CompletedOn.ShouldBe(new DateOnly(2026, 11, 20));
        completion.ValidUntil.ShouldBe(new DateOnly(2027, 11, 20));
        (await _office.Training.CountAsync()).ShouldBe(new(1, 1));
        var row = await _office.Portal.InDb(db => db.XapiStatements.SingleAsync());
        row.Json.ShouldBe(sample.Trim());
        row.Json.ShouldContain("出席した");
        (row.Outcome, row.OutcomeText).ShouldBe((StatementOutcome.Resolved, "Recorded as passed."));
        var kinds = await _office.Portal.InDb(db => db.LedgerEntries.OrderBy(e => e.Sequence).Select(e => e.Kind).ToListAsync());
        kinds.ShouldBe(["statements.received", "training.received"]);
    }

    [Fact]
    public async Task Without_a_key_without_the_scope_and_with_a_session_it_is_refused()
    {
        var statement = StatementOffice.Statement();
        await _office.UseKeyAsync(_office.Portal.Root, ApiScopes.ImportsWrite);
        (await _office.PostAsync(statement)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        _office.Client.DefaultRequestHeaders.Authorization = null;
        (await _office.PostAsync(statement)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await _office.Portal.InDb(db => db.XapiStatements.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task No_role_sends_statements_only_a_key_does()
    {
        using var body = JsonDocument.Parse(StatementOffice.Statement().ToJsonString());

        foreach (var role in Enum.GetValues<Role>())
        {
            (await _office.Portal.SendAs(role, new ReceiveStatementsCommand(body.RootElement))).Error.ShouldBe(AccessErrors.NoRole, role.ToString());
        }
    }

    [Fact]
    public async Task A_malformed_statement_is_refused_by_its_field_and_nothing_of_the_list_is_written()
    {
        var wrong = StatementOffice.Statement(result: """{"score":{"scaled":1.01}}""");

        var response = await _office.PostAsync(new JsonArray(StatementOffice.Statement(), wrong));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await StatementOffice.BodyAsync(response);
        (problem["code"]!.GetValue<string>(), problem["field"]!.GetValue<string>()).ShouldBe(("xapi.invalid", "result.score.scaled"));
        problem["detail"]!.GetValue<string>().ShouldStartWith("Statement 2 of 2: ");
        (await _office.Portal.InDb(db => db.XapiStatements.CountAsync())).ShouldBe(0);
        (await _office.CompletionsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{ not json", "statement")]
    [InlineData("7", "statement")]
    [InlineData("[7]", "statement")]
    [InlineData("{}", "actor")]
    public async Task What_is_no_statement_is_refused(string body, string field)
    {
        var response = await _office.PostAsync(body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StatementOffice.BodyAsync(response))["field"]!.GetValue<string>().ShouldBe(field);
    }

    [Fact]
    public async Task More_than_a_thousand_and_the_same_id_twice_in_a_list_are_refused()
    {
        var many = new JsonArray([.. Enumerable.Range(0, 1_001).Select(_ => StatementOffice.Statement())]);
        (await _office.PostAsync(many)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var id = Guid.CreateVersion7();
        var twice = await _office.PostAsync(new JsonArray(StatementOffice.Statement(id: id), StatementOffice.Statement(id: id)));
        (await StatementOffice.BodyAsync(twice))["field"]!.GetValue<string>().ShouldBe("id");
    }

    [Fact]
    public async Task An_empty_list_and_a_full_one_are_answered_in_order()
    {
        (await StatementOffice.BodyAsync(await _office.PostAsync("[]"))).AsArray().ShouldBeEmpty();

        var ids = Enumerable.Range(0, 1_000).Select(_ => Guid.CreateVersion7()).ToArray();
        var answer = await StatementOffice.BodyAsync(await _office.PostAsync(new JsonArray([.. ids.Select(id => StatementOffice.Statement(id: id))])));

        answer.AsArray().Select(i => i!.GetValue<Guid>()).ShouldBe(ids);
        (await _office.CompletionsAsync()).Count.ShouldBe(1_000);
    }

    [Fact]
    public async Task The_same_statement_twice_is_once_and_another_with_its_id_is_a_conflict()
    {
        var id = Guid.CreateVersion7();
        await _office.SendAsync(StatementOffice.Statement(id: id, result: """{"score":{"scaled":0.90}}"""));

        var again = await _office.PostAsync($$"""[{ "id": "{{id.ToString().ToUpperInvariant()}}", {{StatementOffice.Statement(result: """{"score":{"scaled":0.9}}""").ToJsonString()[1..]}}]""");
        var other = await _office.PostAsync(new JsonArray(StatementOffice.Statement(), StatementOffice.Statement("failed", id: id)));

        again.StatusCode.ShouldBe(HttpStatusCode.OK, "a UUID is the same in capitals");
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await StatementOffice.BodyAsync(other))["code"]!.GetValue<string>().ShouldBe("xapi.conflict");
        var same = await _office.PostAsync(StatementOffice.Statement(id: id, result: """{ "score": { "scaled": 9e-1 } }"""));
        (await StatementOffice.BodyAsync(same)).AsArray().Single()!.GetValue<Guid>().ShouldBe(id);
        (await _office.CompletionsAsync()).ShouldHaveSingleItem();
        (await _office.Portal.InDb(db => db.XapiStatements.CountAsync())).ShouldBe(1, "nothing of the refused list was kept");
    }

    [Fact]
    public async Task Without_an_id_the_portal_gives_one()
    {
        var id = (await StatementOffice.BodyAsync(await _office.PostAsync(StatementOffice.Statement()))).AsArray().Single()!.GetValue<Guid>();

        (await _office.Portal.InDb(db => db.XapiStatements.SingleAsync())).Id.ShouldBe(id);
        (await _office.CompletionsAsync()).Single().ExternalId.ShouldBe(id.ToString());
    }

    [Fact]
    public async Task People_are_found_by_address_its_hash_account_number_and_address_as_account()
    {
#pragma warning disable CA5350 // As xAPI names people.
        var sha1 = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes($"mailto:{StatementOffice.Email}")));
#pragma warning restore CA5350
        string[] actors =
        [
            """{ "mbox": "mailto:Linnet.Marsh@Larkfield.example" }""",
            $$"""{ "mbox_sha1sum": "{{sha1}}" }""",
            Account("https://learn.larkfield.example/", "Linnet"),
            Account("https://elsewhere.example", _office.Person.EmployeeNumber),
            Account("https://elsewhere.example", StatementOffice.Email),
        ];

        await _office.SendAsync(actors.Select(a => StatementOffice.Statement(actor: a)));

        (await _office.CompletionsAsync()).Count.ShouldBe(actors.Length);
        await _office.SendAsync(
            StatementOffice.Statement(actor: Account("https://elsewhere.example", "linnet")),
            StatementOffice.Statement(actor: """{ "openid": "https://id.example/linnet" }"""),
            StatementOffice.Statement(actor: """{ "objectType": "Group", "member": [] }"""));
        (await _office.CompletionsAsync()).Count.ShouldBe(actors.Length);
        (await _office.Portal.InDb(db => db.XapiStatements.CountAsync(s => s.Outcome == StatementOutcome.NobodyKnown))).ShouldBe(3);
    }

    [Fact]
    public async Task Two_people_with_one_address_are_not_guessed_between()
    {
        await _office.Portal.AddPersonAsync("Other Marsh", change: p => p.SetContact(StatementOffice.Email));

        await _office.SendAsync(StatementOffice.Statement());

        (await _office.Portal.InDb(db => db.XapiStatements.SingleAsync())).OutcomeText.ShouldStartWith("More than one person");
        (await _office.CompletionsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_reaches_the_people_of_its_unit_only()
    {
        await _office.UseKeyAsync(_office.Portal.Logistics);
        await _office.SendAsync(StatementOffice.Statement());
        (await _office.CompletionsAsync()).ShouldBeEmpty();
        (await _office.Portal.InDb(db => db.XapiStatements.SingleAsync())).Outcome.ShouldBe(StatementOutcome.NobodyKnown);

        await _office.UseKeyAsync(_office.Portal.Checkout);
        await _office.SendAsync(StatementOffice.Statement());
        (await _office.CompletionsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_says_nothing_about_a_completion_is_accepted_and_has_no_effect()
    {
        await _office.SendAsync(StatementOffice.Statement("attended"), StatementOffice.Statement("experienced", result: """{"completion":true}"""));

        (await _office.CompletionsAsync()).ShouldBeEmpty();
        (await _office.Portal.InDb(db => db.XapiStatements.CountAsync(s => s.Outcome == StatementOutcome.NoEffect))).ShouldBe(2);
    }

    [Fact]
    public async Task A_part_of_a_course_is_not_the_course_outside_cmi5()
    {
        var part = StatementOffice.Statement("completed", activity: "https://courses.larkfield.example/ai-advice/part-1");
        part["context"] = JsonNode.Parse($$"""{ "contextActivities": { "parent": [{ "id": "{{StatementOffice.Activity}}" }] } }""");

        await _office.SendAsync(part);

        (await _office.CompletionsAsync()).ShouldBeEmpty();
        (await _office.Portal.InDb(db => db.XapiStatements.SingleAsync())).Outcome.ShouldBe(StatementOutcome.NoCourse);
    }

    [Fact]
    public async Task An_early_day_gives_the_version_of_then_and_a_retired_course_gives_nothing()
    {
        await _office.SendAsync(StatementOffice.Statement(timestamp: "2025-12-01T00:00:00Z"));
        (await _office.CompletionsAsync()).Single().CourseVersion.ShouldBe("2");

        await _office.Portal.InDb(async db =>
        {
            (await db.Courses.SingleAsync()).Retire(new DateOnly(2026, 11, 1));
            return await db.SaveChangesAsync();
        });
        await _office.SendAsync(StatementOffice.Statement());
        (await _office.CompletionsAsync()).ShouldHaveSingleItem();
        (await _office.Portal.InDb(db => db.XapiStatements.CountAsync(s => s.OutcomeText.Contains("no longer taught")))).ShouldBe(1);
    }

    [Fact]
    public async Task The_description_of_the_api_shows_it() =>
        (await _office.Client.GetStringAsync("/openapi/v1.json")).ShouldContain("/api/v1/xapi/statements");

    private static string Account(string homePage, string name) => $$"""{ "account": { "homePage": "{{homePage}}", "name": "{{name}}" } }""";
}
