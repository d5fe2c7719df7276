using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;

namespace GovernancePortal.Domain.Tests.Literacy.Xapi;

public sealed class PlainStatementTests
{
    [Theory]
    [InlineData("passed", "{}", CompletionResult.Passed)]
    [InlineData("passed", """{"success":true}""", CompletionResult.Passed)]
    [InlineData("passed", """{"success":false}""", null)]
    [InlineData("passed", """{"completion":false}""", null)]
    [InlineData("failed", "{}", CompletionResult.Failed)]
    [InlineData("failed", """{"success":true}""", null)]
    [InlineData("completed", "{}", CompletionResult.Attended)]
    [InlineData("completed", """{"success":true}""", CompletionResult.Passed)]
    [InlineData("completed", """{"success":false}""", CompletionResult.Failed)]
    [InlineData("completed", """{"completion":false}""", null)]
    [InlineData("attended", "{}", null)]
    [InlineData("attended", """{"completion":true}""", CompletionResult.Attended)]
    [InlineData("attended", """{"completion":true,"success":true}""", CompletionResult.Passed)]
    [InlineData("experienced", """{"completion":true}""", null)]
    public void The_verb_and_the_result_say_what_came_of_it(string verb, string result, CompletionResult? expected)
    {
        var verdict = PlainStatement.Judge(Sent(verb, result));

        verdict.Completions.Select(c => c.Result).ShouldBe(expected is { } one ? [one] : []);
        verdict.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void Score_duration_and_day_are_taken_over()
    {
        var planned = PlainStatement.Judge(Sent("passed", """{"score":{"scaled":0.95,"raw":95,"min":0,"max":100},"duration":"PT1H0M0S"}""")).Completions.Single();

        (planned.Score, planned.Minutes, planned.On).ShouldBe((0.95m, 60, new DateOnly(2026, 11, 20)));
    }

    [Fact]
    public void A_negative_score_is_recorded_as_nothing() => PlainStatement.Judge(Sent("failed", """{"score":{"scaled":-0.5}}""")).Completions.Single().Score.ShouldBe(0);

    [Fact]
    public void Without_a_time_it_is_the_day_on_which_it_came()
    {
        var sent = Sent("passed", "{}", timestamp: null);

        PlainStatement.Judge(sent).Completions.Single().On.ShouldBe(new DateOnly(2026, 11, 22));
    }

    private static SentStatement Sent(string verb, string result, string? timestamp = "2026-11-20T10:00:00Z")
    {
        var time = timestamp is null ? "" : $", \"timestamp\": \"{timestamp}\"";
        var json = $$"""
            { "actor": { "mbox": "mailto:a@b.example" }, "verb": { "id": "http://adlnet.gov/expapi/verbs/{{verb}}" },
              "object": { "id": "https://learn.example/courses/ai" }, "result": {{result}}{{time}} }
            """;
        return new SentStatement(Guid.CreateVersion7(), StatementTests.Read(json).Value, new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero));
    }
}
