using System.Text.Json.Nodes;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

/// <summary>cmi5 registrations over HTTP: credit, reviews, voiding, and what a lead struck.</summary>
public sealed class RegistrationApiTests : IAsyncLifetime
{
    private const string Registration = "0f2b6c1e-6a57-4a39-9f0e-5b1d6f7a9c01";

    private StatementOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await StatementOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Failed_then_passed_then_completed_is_credit_and_coverage_is_right_after_each()
    {
        var story = StatementOffice.Sequence("cmi5-registration.json");

        await _office.SendAsync(story.Take(3));
        (await ResultsAsync()).ShouldBe([CompletionResult.Failed]);
        (await _office.Training.CountAsync()).Met.ShouldBe(0);

        await _office.SendAsync(story.Skip(3).Take(1));
        (await ResultsAsync()).ShouldBe([CompletionResult.Failed]);
        (await _office.Training.CountAsync()).Met.ShouldBe(0);

        await _office.SendAsync(story.Skip(4));
        (await ResultsAsync()).ShouldBe([CompletionResult.Failed, CompletionResult.Passed]);
        (await _office.Training.CountAsync()).ShouldBe(new(1, 1));
        var credit = (await _office.CompletionsAsync())[1];
        (credit.ExternalId, credit.Score, credit.DurationMinutes, credit.CourseVersion).ShouldBe((Registration, 0.9m, 26, "3"));
        (await _office.Portal.InDb(db => db.XapiStatements.Where(s => s.Outcome != StatementOutcome.Resolved).Select(s => s.Verb).ToListAsync())).ShouldBeEmpty("satisfied belongs to the course of its registration");
        (await _office.Portal.InDb(db => db.Completions.CountAsync(c => c.VoidedAt != null))).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Any_order_of_arrival_ends_in_the_same_record(int seed)
    {
        var story = StatementOffice.Sequence("cmi5-registration.json").ToArray();
        new Random(seed).Shuffle(story);

        await _office.SendAsync(story);

        (await _office.CompletionsAsync()).Select(c => (c.Result, c.Score, c.CompletedOn)).OrderBy(c => c.Score).ShouldBe(
            [(CompletionResult.Failed, 0.7m, new DateOnly(2026, 11, 19)), (CompletionResult.Passed, 0.9m, new DateOnly(2026, 11, 19))]);
        (await _office.Training.CountAsync()).Met.ShouldBe(1);
    }

    [Fact]
    public async Task Statements_that_come_at_once_are_all_seen()
    {
        var story = StatementOffice.Sequence("cmi5-registration.json");

        var answers = await Task.WhenAll(story.Concat(story).Select(s => _office.PostAsync(s!.DeepClone())));

        answers.ShouldAllBe(a => a.IsSuccessStatusCode);
        (await _office.CompletionsAsync()).Select(c => c.Result).Order().ShouldBe([CompletionResult.Passed, CompletionResult.Failed]);
        (await _office.Training.CountAsync()).Met.ShouldBe(1);
    }

    [Fact]
    public async Task The_whole_registration_in_one_list_is_the_same()
    {
        (await _office.PostAsync(StatementOffice.Sequence("cmi5-registration.json"))).EnsureSuccessStatusCode();

        (await ResultsAsync()).ShouldBe([CompletionResult.Failed, CompletionResult.Passed]);
    }

    [Fact]
    public async Task A_review_gives_no_credit_and_takes_none_away()
    {
        var review = StatementOffice.Sequence("cmi5-review.json");
        await _office.SendAsync(review);
        (await _office.CompletionsAsync()).ShouldBeEmpty();
        (await _office.Training.CountAsync()).Met.ShouldBe(0);

        await _office.SendAsync(StatementOffice.Sequence("cmi5-registration.json"));
        var second = review.Select(s => JsonNode.Parse(s!.ToJsonString().Replace("9a5e2f10", "9a5e2f20", StringComparison.Ordinal)));
        await _office.SendAsync(second);

        (await ResultsAsync()).ShouldBe([CompletionResult.Failed, CompletionResult.Passed]);
        (await _office.Training.CountAsync()).Met.ShouldBe(1);
    }

    [Fact]
    public async Task A_waiver_is_credit_with_its_reason_unless_it_is_administrative()
    {
        await _office.SendAsync(Waiver("Administrative", 1));
        (await _office.CompletionsAsync()).ShouldBeEmpty();

        await _office.SendAsync(Waiver("Tested Out", 2));
        var waived = (await _office.CompletionsAsync()).ShouldHaveSingleItem();
        (waived.Result, waived.Note).ShouldBe((CompletionResult.Waived, "Tested Out"));
        (await _office.Training.CountAsync()).Met.ShouldBe(1);

        await _office.SendAsync(StatementOffice.Sequence("cmi5-registration.json"));
        (await ResultsAsync()).ShouldBe([CompletionResult.Failed, CompletionResult.Passed], "what was earned stands in place of the waiver");
        (await _office.Portal.InDb(db => db.Completions.CountAsync(c => c.VoidReason != null))).ShouldBe(1, "what was struck stays readable");
    }

    [Fact]
    public async Task A_voided_pass_no_longer_counts_whichever_comes_first_and_another_key_voids_nothing()
    {
        var pass = Guid.CreateVersion7();
        await _office.SendAsync(StatementOffice.Statement(id: pass));
        (await _office.Training.CountAsync()).Met.ShouldBe(1);

        await _office.UseKeyAsync(_office.Portal.Root);
        await _office.SendAsync(Void(pass));
        (await _office.CompletionsAsync()).ShouldHaveSingleItem("another key sent it");

        var (own, ahead) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await _office.SendAsync(StatementOffice.Statement(id: own), Void(own), Void(ahead), StatementOffice.Statement(id: ahead));
        (await _office.CompletionsAsync()).ShouldHaveSingleItem().ExternalId.ShouldBe(pass.ToString());
    }

    [Fact]
    public async Task A_voided_completion_of_a_registration_takes_the_credit_back()
    {
        await _office.SendAsync(StatementOffice.Sequence("cmi5-registration.json"));

        await _office.SendAsync(Void(Guid.Parse("3a6f1c52-7d0e-4d0b-8b57-0c9a5e2f1005")));

        (await ResultsAsync()).ShouldBe([CompletionResult.Failed]);
        (await _office.Training.CountAsync()).Met.ShouldBe(0);
    }

    [Fact]
    public async Task What_a_lead_struck_does_not_come_back_with_the_next_statement()
    {
        var story = StatementOffice.Sequence("cmi5-registration.json");
        await _office.SendAsync(story.Take(6));
        var credit = (await _office.CompletionsAsync()).Single(c => c.Result == CompletionResult.Passed);
        await _office.Portal.InDb(async db =>
        {
            (await db.Completions.SingleAsync(c => c.Id == credit.Id)).Void(_office.Portal.Clock.GetUtcNow(), "user:1", "It was somebody else at the desk.");
            return await db.SaveChangesAsync();
        });

        await _office.SendAsync(story.Skip(6));

        (await ResultsAsync()).ShouldBe([CompletionResult.Failed]);
    }

    private static JsonObject Waiver(string reason, int number)
    {
        var launched = StatementOffice.Sequence("cmi5-registration.json")[0]!.AsObject();
        var waived = launched.DeepClone().AsObject();
        waived["id"] = $"3a6f1c52-7d0e-4d0b-8b57-0c9a5e2f300{number}";
        waived["verb"] = new JsonObject { ["id"] = XapiVerbs.Waived };
        waived["result"] = new JsonObject { ["success"] = true, ["completion"] = true, ["extensions"] = new JsonObject { [Cmi5Names.Reason] = reason } };
        return waived;
    }

    private static JsonObject Void(Guid target) =>
        JsonNode.Parse($$"""{ "actor": { "mbox": "mailto:lms@larkfield.example" }, "verb": { "id": "{{XapiVerbs.Voided}}" }, "object": { "objectType": "StatementRef", "id": "{{target}}" } }""")!.AsObject();

    private async Task<CompletionResult[]> ResultsAsync() => [.. (await _office.CompletionsAsync()).Select(c => c.Result)];
}
