using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Literacy;

public readonly record struct TrainingSessionId(Guid Value) : ITypedId<TrainingSessionId>
{
    public static TrainingSessionId New() => new(Guid.CreateVersion7());

    public static TrainingSessionId From(Guid value) => new(value);
}

/// <summary>What a lead logs at once for many people: one course, one day, one result.</summary>
public sealed class TrainingSession
{
    public const int InstructorMaxLength = 200;

    /// <summary>The most people of one session.</summary>
    public const int MostPeople = 2_000;

    /// <summary>How long the lead can take it back as if it had not been; afterwards a correction is a new record with a reason.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromSeconds(10);

    /// <summary>What a click that was made in time may take to arrive.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(5);

    private TrainingSession() { }

    public TrainingSession(TrainingSessionId id, CourseId courseId, string courseVersion, DateOnly heldOn, CompletionResult result, int people)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(people);
        (Id, CourseId, CourseVersion, HeldOn, Result, People) = (id, courseId, courseVersion, heldOn, result, people);
    }

    public TrainingSessionId Id { get; private set; }

    public CourseId CourseId { get; private set; }

    public string CourseVersion { get; private set; } = "";

    public DateOnly HeldOn { get; private set; }

    public CompletionResult Result { get; private set; }

    /// <summary>How many people it was logged for.</summary>
    public int People { get; private set; }

    public string Instructor { get; private set; } = "";

    /// <summary>SHA-256 of the evidence file, such as a list of attendance.</summary>
    public string? EvidenceSha256 { get; private set; }

    /// <summary>Who logged it, as the ledger names them.</summary>
    public string LoggedBy { get; private set; } = "";

    public string LoggedByName { get; private set; } = "";

    public DateTimeOffset LoggedAt { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public void SetDetails(string instructor, string? evidenceSha256) => (Instructor, EvidenceSha256) = (instructor, evidenceSha256);

    public void Logged(string by, string byName, DateTimeOffset at) => (LoggedBy, LoggedByName, LoggedAt) = (by, byName, at);

    public bool CanBeUndoneAt(DateTimeOffset now) => UndoneAt is null && now - LoggedAt <= UndoTime + OnTheWay;

    public void Undo(DateTimeOffset at) => UndoneAt = at;
}
