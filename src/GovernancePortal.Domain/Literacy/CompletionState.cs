namespace GovernancePortal.Domain.Literacy;

/// <summary>What a completion is worth on a day.</summary>
public enum CompletionState
{
    /// <summary>Waits for the lead.</summary>
    Reported,
    Declined,
    Failed,
    Valid,

    /// <summary>Runs out within <see cref="CompletionStates.ExpiringDays"/> days.</summary>
    Expiring,
    Expired,

    /// <summary>A newer version is asked for than the one that was taken, or the course has to be taken again.</summary>
    Superseded,

    /// <summary>Struck out with a reason.</summary>
    Voided,
}

public static class CompletionStates
{
    public const int ExpiringDays = 30;

    /// <summary>The state on a day.</summary>
    /// <param name="completion">The completion.</param>
    /// <param name="rules">Rules that ask the person for this course on that day; with none, the course's own end alone decides.</param>
    /// <param name="day">The day.</param>
    public static CompletionState StateOn(this Completion completion, IReadOnlyCollection<LiteracyRule> rules, DateOnly day)
    {
        if (completion.VoidedAt is not null) return CompletionState.Voided;
        if (completion.Status == CompletionStatus.Reported) return CompletionState.Reported;
        if (completion.Status == CompletionStatus.Declined) return CompletionState.Declined;
        if (completion.Result == CompletionResult.Failed) return CompletionState.Failed;

        var ends = rules.Select(r => r.MetUntil(completion.CourseVersion, completion.CompletedOn, completion.ValidUntil)).ToList();
        if (ends.Count > 0 && ends.TrueForAll(e => e is null)) return CompletionState.Superseded;
        var until = ends.Count == 0 ? completion.ValidUntil ?? DateOnly.MaxValue : ends.Where(e => e is not null).Min()!.Value;
        if (until < day) return CompletionState.Expired;
        return until < day.AddDays(ExpiringDays) ? CompletionState.Expiring : CompletionState.Valid;
    }
}
