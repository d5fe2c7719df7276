namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>What a single statement outside cmi5 says about a completion.</summary>
public static class PlainStatement
{
    /// <summary>Whether its verb can say anything about a completion at all.</summary>
    public static bool Concerns(Statement statement) =>
        statement.Verb is XapiVerbs.Passed or XapiVerbs.Failed or XapiVerbs.Completed || (statement is { Verb: XapiVerbs.Attended, Completion: true });

    public static StatementVerdict Judge(SentStatement statement)
    {
        var said = statement.Said;
        if (!Concerns(said)) return new StatementVerdict([], "It says nothing about a completion.");
        if (ResultOf(said) is not { } result) return new StatementVerdict([], "Its verb and its result contradict each other, so nothing is recorded.");

        var planned = new PlannedCompletion(result, statement.Day, PlannedCompletion.ShareOf(said.Scaled), said.Minutes, statement.Id.ToString("D"));
        return new StatementVerdict([planned], result == CompletionResult.Failed ? "Recorded as not passed." : $"Recorded as {result.ToString().ToLowerInvariant()}.");
    }

    private static CompletionResult? ResultOf(Statement said) =>
        said.Verb switch
        {
            XapiVerbs.Passed => said.Success == false || said.Completion == false ? null : CompletionResult.Passed,
            XapiVerbs.Failed => said.Success == true ? null : CompletionResult.Failed,
            _ when said.Completion == false => null,
            _ => said.Success switch
            {
                true => CompletionResult.Passed,
                false => CompletionResult.Failed,
                _ => CompletionResult.Attended,
            },
        };
}
