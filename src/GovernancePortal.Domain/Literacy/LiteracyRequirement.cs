using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Literacy;

public readonly record struct LiteracyRequirementId(Guid Value) : ITypedId<LiteracyRequirementId>
{
    public static LiteracyRequirementId New() => new(Guid.CreateVersion7());

    public static LiteracyRequirementId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Why everybody has to take a course again.</summary>
public enum RefreshCause
{
    None = 0,
    NewToolVersion = 1,
    IncidentWithTrainingCause = 2,
    ChangedRule = 3,
}

/// <summary>
/// Who must have completed what: an audience in a unit and below it, one course. It is never changed: a revision retires it and adds the next from the
/// same day on, so that what was required on a past day can always be told.
/// </summary>
public sealed class LiteracyRequirement
{
    public const int ReasonMaxLength = 400;
    public const int GraceMaxDays = 365;

    private LiteracyRequirement() { }

    public LiteracyRequirement(LiteracyRequirementId id, UnitId unitId, CourseId courseId, string minimumVersion, int? validityMonths, int joinerGraceDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(joinerGraceDays);
        if (validityMonths is { } months) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        (Id, UnitId, CourseId, MinimumVersion) = (id, unitId, courseId, minimumVersion);
        (ValidityMonths, JoinerGraceDays) = (validityMonths, joinerGraceDays);
    }

    public LiteracyRequirementId Id { get; private set; }

    public UnitId UnitId { get; private set; }

    public CourseId CourseId { get; private set; }

    /// <summary>The oldest version that counts; empty when any does.</summary>
    public string MinimumVersion { get; private set; } = "";

    /// <summary>Shorter validity than the course's own; null when the course's own holds.</summary>
    public int? ValidityMonths { get; private set; }

    /// <summary>Days after the start date in which a joiner is not yet asked.</summary>
    public int JoinerGraceDays { get; private set; }

    public string WorkRole { get; private set; } = "";

    public LevelSet Levels { get; private set; }

    public bool? IsContractor { get; private set; }

    public string Tool { get; private set; } = "";

    public bool Oversees { get; private set; }

    /// <summary>First day on which it is asked for.</summary>
    public DateOnly AskedFrom { get; private set; }

    /// <summary>Completions before this day do not count: something happened that made them old. Null when all count.</summary>
    public DateOnly? CompletedSince { get; private set; }

    public RefreshCause Cause { get; private set; }

    /// <summary>Why it is asked, or why it was revised.</summary>
    public string Reason { get; private set; } = "";

    public LiteracyRequirementId? Replaces { get; private set; }

    /// <summary>First day on which it is no longer asked for.</summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>Why it is no longer asked for; empty when another one took its place, which says why.</summary>
    public string RetireReason { get; private set; } = "";

    public int Version { get; private set; }

    public Audience Audience => new(WorkRole, Levels, IsContractor, Tool, Oversees);

    public void SetAudience(Audience audience) =>
        (WorkRole, Levels, IsContractor, Tool, Oversees) = (audience.WorkRole.Trim(), audience.Levels, audience.IsContractor, audience.Tool.Trim(), audience.Oversees);

    /// <param name="from">First day on which it is asked for.</param>
    /// <param name="reason">Why.</param>
    public void Begin(DateOnly from, string reason) => (AskedFrom, Reason) = (from, reason);

    public bool IsAskedOn(DateOnly day) => AskedFrom <= day && (RetiredOn is null || RetiredOn > day);

    public void Retire(DateOnly on, string reason = "") => (RetiredOn, RetireReason) = (on, reason);

    /// <summary>Asks everybody to take the course again: only completions since the event count, from the due day on. Until then this one goes on.</summary>
    public LiteracyRequirement Refresh(RefreshCause cause, DateOnly completedSince, DateOnly dueFrom, string reason)
    {
        var next = Next(MinimumVersion, ValidityMonths, JoinerGraceDays, Audience, dueFrom, reason);
        (next.CompletedSince, next.Cause) = (completedSince, cause);
        return next;
    }

    /// <summary>Asks for something else from a day on; what a refresh demanded stays demanded.</summary>
    public LiteracyRequirement Revise(string minimumVersion, int? validityMonths, int joinerGraceDays, Audience audience, DateOnly from, string reason)
    {
        var next = Next(minimumVersion, validityMonths, joinerGraceDays, audience, from, reason);
        (next.CompletedSince, next.Cause) = (CompletedSince, RefreshCause.ChangedRule);
        return next;
    }

    private LiteracyRequirement Next(string minimumVersion, int? validityMonths, int joinerGraceDays, Audience audience, DateOnly from, string reason)
    {
        var next = new LiteracyRequirement(LiteracyRequirementId.New(), UnitId, CourseId, minimumVersion, validityMonths, joinerGraceDays) { Replaces = Id };
        next.SetAudience(audience);
        next.Begin(from, reason);
        Retire(from);
        return next;
    }
}
