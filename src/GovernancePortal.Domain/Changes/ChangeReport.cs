namespace GovernancePortal.Domain.Changes;

/// <summary>What a build or a code host says about a change at one commit.</summary>
/// <param name="SeenAt">When it was so, by the sender's clock; of two reports the later counts, in whatever order they come.</param>
public sealed record ChangeReport(string Repository, int Number, string Commit, DateTimeOffset SeenAt)
{
    /// <summary>Whose logins the author's is one of, such as <c>github</c>.</summary>
    public string Provider { get; init; } = "";

    public string Title { get; init; } = "";

    public string Url { get; init; } = "";

    /// <summary>Login, e-mail or employee number of whoever wrote it, or runs the agent that did.</summary>
    public string Author { get; init; } = "";

    /// <summary>Name in the register of the agent that wrote it; empty when a person did.</summary>
    public string Agent { get; init; } = "";

    public AiInvolvement Involvement { get; init; }

    public InvolvementSource InvolvementSource { get; init; }

    /// <summary>The words by which the involvement of AI is known.</summary>
    public string InvolvementNote { get; init; } = "";

    public IReadOnlyList<string> Systems { get; init; } = [];

    public IReadOnlyList<string> Paths { get; init; } = [];

    public ChangeState State { get; init; } = ChangeState.Open;

    public DateTimeOffset? ReleasedAt { get; init; }
}
