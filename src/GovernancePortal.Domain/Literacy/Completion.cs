using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Literacy;

public enum CompletionResult
{
    Passed = 1,
    Failed = 2,

    /// <summary>Was there; nothing was tested.</summary>
    Attended = 3,
}

/// <summary>Who completed what, in which version, when. Rows are only added; a mistake is voided with a reason and stays readable.</summary>
public sealed class Completion
{
    public const int SourceMaxLength = 64;
    public const int ExternalIdMaxLength = 128;
    public const int VoidReasonMaxLength = 400;

    private Completion() { }

    public Completion(PersonId personId, CourseId courseId, string courseVersion, DateOnly completedOn, CompletionResult result, DateTimeOffset recordedAt)
    {
        (PersonId, CourseId, CourseVersion, CompletedOn, Result, RecordedAt) = (personId, courseId, courseVersion, completedOn, result, recordedAt);
    }

    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public CourseId CourseId { get; private set; }

    public string CourseVersion { get; private set; } = "";

    public DateOnly CompletedOn { get; private set; }

    public CompletionResult Result { get; private set; }

    /// <summary>Share of the points, 0 to 1; null when nothing was scored.</summary>
    public decimal? Score { get; private set; }

    /// <summary>Last day on which it counts; null when it does not run out.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Where it came from, such as <c>import</c> or <c>session</c>.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The source's own id; empty when it has none, because a unique index treats null differently on either database.</summary>
    public string ExternalId { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public ImportId? ImportId { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }

    public string? VoidReason { get; private set; }

    public void SetOutcome(decimal? score, DateOnly? validUntil) => (Score, ValidUntil) = (score, validUntil);

    public void SetOrigin(string source, string externalId, ImportId? importId) => (Source, ExternalId, ImportId) = (source, externalId, importId);

    public void Void(DateTimeOffset at, string reason) => (VoidedAt, VoidReason) = (at, reason);

    /// <summary>Whether it gives credit on that day: passed or attended, not run out, not voided.</summary>
    public bool CountsOn(DateOnly day) =>
        VoidedAt is null && Result != CompletionResult.Failed && CompletedOn <= day && (ValidUntil is null || ValidUntil >= day);
}
