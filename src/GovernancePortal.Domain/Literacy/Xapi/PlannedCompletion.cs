using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Literacy.Xapi;

/// <summary>A statement that was received, under the id it has or was given.</summary>
public sealed record SentStatement(Guid Id, Statement Said, DateTimeOffset ReceivedAt)
{
    /// <summary>When it happened; when nothing is said about that, when it came.</summary>
    public DateTimeOffset At => Said.Timestamp ?? ReceivedAt;

    public DateOnly Day => At.UtcDay();
}

/// <summary>What belongs on the record because of statements.</summary>
/// <param name="ExternalId">The statement, or the registration for the credit of a whole one.</param>
/// <param name="Note">Why it was waived; else empty.</param>
public sealed record PlannedCompletion(CompletionResult Result, DateOnly On, decimal? Score, int? Minutes, string ExternalId, string Note = "")
{
    /// <summary>A share of the points cannot be less than nothing: a negative score is recorded as 0.</summary>
    public static decimal? ShareOf(decimal? scaled) => scaled is { } share ? Math.Max(0, share) : null;
}

/// <summary>What statements come to.</summary>
/// <param name="Completions">All that belongs on the record; empty when they give nothing.</param>
/// <param name="Reason">A sentence for whoever asks why.</param>
public sealed record StatementVerdict(IReadOnlyList<PlannedCompletion> Completions, string Reason);
