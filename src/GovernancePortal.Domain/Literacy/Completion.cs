using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Literacy;

public enum CompletionResult
{
    Passed = 1,
    Failed = 2,

    /// <summary>Was there; nothing was tested.</summary>
    Attended = 3,

    /// <summary>The training system found it met by other means, such as an equal course.</summary>
    Waived = 4,
}

/// <summary>Whether somebody stands behind a completion.</summary>
public enum CompletionStatus
{
    /// <summary>The person says so themselves; nobody has agreed yet, so it does not count.</summary>
    Reported = 1,

    /// <summary>Entered or confirmed by a lead, or reported by a training system.</summary>
    Confirmed = 2,

    /// <summary>The lead did not agree, with a reason.</summary>
    Declined = 3,
}

/// <summary>Who completed what, in which version, when. Rows are only added; a mistake is voided with a reason and stays readable.</summary>
public sealed class Completion
{
    public const int SourceMaxLength = 64;
    public const int ExternalIdMaxLength = 128;
    public const int VoidReasonMaxLength = 400;
    public const int ActorMaxLength = 200;
    public const int NoteMaxLength = 400;

    private Completion() { }

    public Completion(PersonId personId, CourseId courseId, string courseVersion, DateOnly completedOn, CompletionResult result, DateTimeOffset recordedAt)
    {
        (PersonId, CourseId, CourseVersion, CompletedOn, Result, RecordedAt) = (personId, courseId, courseVersion, completedOn, result, recordedAt);
        Status = CompletionStatus.Confirmed;
    }

    public long Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public CourseId CourseId { get; private set; }

    public string CourseVersion { get; private set; } = "";

    public DateOnly CompletedOn { get; private set; }

    public CompletionResult Result { get; private set; }

    public CompletionStatus Status { get; private set; }

    /// <summary>Share of the points, 0 to 1; null when nothing was scored.</summary>
    public decimal? Score { get; private set; }

    /// <summary>Last day on which it counts; null when it does not run out.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>Where it came from, such as <c>import</c>, <c>session</c>, <c>self</c> or <c>xapi</c>.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The source's own id; empty when it has none, because a unique index treats null differently on either database.</summary>
    public string ExternalId { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public ImportId? ImportId { get; private set; }

    /// <summary>The session in which a lead logged it for several people.</summary>
    public TrainingSessionId? SessionId { get; private set; }

    /// <summary>SHA-256 of the file that shows it.</summary>
    public string? EvidenceSha256 { get; private set; }

    public int? DurationMinutes { get; private set; }

    /// <summary>What the person wrote who reported it, or its source says about it.</summary>
    public string Note { get; private set; } = "";

    /// <summary>When it was confirmed or declined; null for what never needed it.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who confirmed or declined it.</summary>
    public string? DecidedBy { get; private set; }

    public string? DeclineReason { get; private set; }

    public DateTimeOffset? VoidedAt { get; private set; }

    public string? VoidedBy { get; private set; }

    public string? VoidReason { get; private set; }

    /// <summary>The voided completion that this one corrects.</summary>
    public long? Corrects { get; private set; }

    public int Version { get; private set; }

    public void SetOutcome(decimal? score, DateOnly? validUntil) => (Score, ValidUntil) = (score, validUntil);

    public void SetOrigin(string source, string externalId, ImportId? importId) => (Source, ExternalId, ImportId) = (source, externalId, importId);

    public void SetSession(TrainingSessionId sessionId, string? evidenceSha256) => (SessionId, EvidenceSha256) = (sessionId, evidenceSha256);

    public void SetDetails(int? durationMinutes, string? evidenceSha256) => (DurationMinutes, EvidenceSha256) = (durationMinutes, evidenceSha256);

    /// <summary>Adds what its source says about it, such as why it was waived.</summary>
    public void Explain(string note) => Note = note.Length <= NoteMaxLength ? note : note[..NoteMaxLength];

    /// <summary>Marks it as the person's own word, which does not count until a lead agrees.</summary>
    public void ReportedByPerson(string note) => (Status, Note) = (CompletionStatus.Reported, note);

    public void Confirm(DateTimeOffset at, string by) => (Status, DecidedAt, DecidedBy) = (CompletionStatus.Confirmed, at, by);

    public void Decline(DateTimeOffset at, string by, string reason) => (Status, DecidedAt, DecidedBy, DeclineReason) = (CompletionStatus.Declined, at, by, reason);

    public void Void(DateTimeOffset at, string by, string reason) => (VoidedAt, VoidedBy, VoidReason) = (at, by, reason);

    public void CorrectionOf(Completion wrong) => Corrects = wrong.Id;

    /// <summary>Whether it gives credit on that day: agreed to, not failed, not run out, not voided.</summary>
    public bool CountsOn(DateOnly day) =>
        VoidedAt is null
        && Status == CompletionStatus.Confirmed
        && Result != CompletionResult.Failed
        && CompletedOn <= day
        && (ValidUntil is null || ValidUntil >= day);
}
