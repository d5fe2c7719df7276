namespace GovernancePortal.Domain.Literacy;

/// <summary>Why a rule is not met.</summary>
public enum GapCause
{
    NeverTaken,

    /// <summary>It was met and ran out.</summary>
    Expired,

    /// <summary>Only an older version than the one that is asked for was taken.</summary>
    OlderVersion,

    /// <summary>It has to be taken again since something happened.</summary>
    BeforeRefresh,

    /// <summary>The last attempt was not passed.</summary>
    Failed,

    /// <summary>The person says it is done; the lead has not confirmed it.</summary>
    Unconfirmed,
}

/// <summary>What keeps a person from meeting a rule.</summary>
/// <param name="Cause">The nearest cause: what happened last.</param>
/// <param name="On">The day it ran out, was failed, or was reported; null when it was never taken.</param>
/// <param name="Version">The version that was taken last; empty when none was.</param>
public readonly record struct Gap(GapCause Cause, DateOnly? On, string Version)
{
    /// <param name="rule">A rule that is not met on the day.</param>
    /// <param name="completions">The person's completions of the course, in any order.</param>
    /// <param name="day">The day.</param>
    public static Gap Of(LiteracyRule rule, IEnumerable<Completion> completions, DateOnly day)
    {
        var known = completions
            .Where(c => c.CourseId == rule.Requirement.CourseId && c.VoidedAt is null && c.CompletedOn <= day && c.Status != CompletionStatus.Declined)
            .OrderByDescending(c => c.CompletedOn)
            .ThenByDescending(c => c.Id)
            .ToList();
        if (known.Count == 0) return new Gap(GapCause.NeverTaken, null, "");

        var last = known[0];
        if (last.Status == CompletionStatus.Reported) return new Gap(GapCause.Unconfirmed, last.CompletedOn, last.CourseVersion);
        if (last.Result == CompletionResult.Failed) return new Gap(GapCause.Failed, last.CompletedOn, last.CourseVersion);
        if (!rule.Accepts(last.CourseVersion)) return new Gap(GapCause.OlderVersion, last.CompletedOn, last.CourseVersion);
        if (last.CompletedOn < rule.Requirement.CompletedSince) return new Gap(GapCause.BeforeRefresh, last.CompletedOn, last.CourseVersion);
        return new Gap(GapCause.Expired, rule.EndOf(last.CompletedOn, last.ValidUntil), last.CourseVersion);
    }
}
