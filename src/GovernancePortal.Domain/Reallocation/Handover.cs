using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

public readonly record struct HandoverId(Guid Value) : ITypedId<HandoverId>
{
    public static HandoverId New() => new(Guid.CreateVersion7());

    public static HandoverId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What is handed over.</summary>
public enum HandoverKind
{
    /// <summary>Knowing a system well enough to hold it.</summary>
    System = 0,

    /// <summary>Owning a knowledge page.</summary>
    Page = 1,
}

public enum HandoverState
{
    Agreed = 0,

    /// <summary>Whoever receives it says that they can do it alone.</summary>
    Done = 1,
    Dropped = 2,
}

/// <summary>What one person knows is passed on to another. It is done when the receiver says so, never when the giver does.</summary>
public sealed class Handover
{
    public const int SubjectMaxLength = 200;
    public const int WordsMaxLength = 1000;

    private Handover() { }

    public HandoverId Id { get; private set; }

    /// <summary>The case it belongs to; until that is published nobody outside Human Resources sees it. Null for one of everyday work.</summary>
    public CaseId? CaseId { get; private set; }

    public HandoverKind Kind { get; private set; }

    /// <summary>Name of the system, or title of the page.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Null for a system.</summary>
    public KnowledgePageId? PageId { get; private set; }

    public PersonId From { get; private set; }

    public PersonId To { get; private set; }

    public DateOnly Due { get; private set; }

    public HandoverState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the receiver says of it, or why it was dropped.</summary>
    public string Words { get; private set; } = "";

    public int Version { get; private set; }

    public bool IsLateOn(DateOnly day) => State == HandoverState.Agreed && Due < day;

    public static Result<Handover> Agree(CaseId? caseId, HandoverKind kind, string subject, PersonId from, PersonId to, DateOnly due, DateTimeOffset now, KnowledgePageId? pageId = null)
    {
        var faults = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(subject) || subject.Trim().Length > SubjectMaxLength) faults.Add(new(nameof(Subject), $"Name what is handed over, in at most {SubjectMaxLength} characters."));
        if (from == to) faults.Add(new(nameof(To), "Choose somebody else to receive it."));
        if (due < now.UtcDay()) faults.Add(new(nameof(Due), "Choose a day from today on."));
        if (faults.Count > 0) return RoleErrors.Invalid(faults);
        return new Handover { Id = HandoverId.New(), CaseId = caseId, Kind = kind, Subject = subject.Trim(), From = from, To = to, Due = due, CreatedAt = now, PageId = pageId };
    }

    /// <summary>The receiver confirms.</summary>
    public Result Complete(PersonId by, string words, DateTimeOffset now)
    {
        if (State != HandoverState.Agreed) return HandoverErrors.Over;
        if (by != To) return HandoverErrors.NotReceiver;
        return End(HandoverState.Done, words, now);
    }

    public Result Drop(string reason, DateTimeOffset now)
    {
        if (State != HandoverState.Agreed) return HandoverErrors.Over;
        return string.IsNullOrWhiteSpace(reason) ? CaseErrors.At("Reason", "State the reason.") : End(HandoverState.Dropped, reason, now);
    }

    private Result End(HandoverState state, string words, DateTimeOffset now)
    {
        if (words.Trim().Length > WordsMaxLength) return CaseErrors.At(nameof(Words), $"Use at most {WordsMaxLength} characters.");
        (State, Words, EndedAt) = (state, words.Trim(), now);
        return Result.Success;
    }
}

/// <summary>Refusals about handovers.</summary>
public static class HandoverErrors
{
    public static Error NotFound { get; } = new("handover.notFound", "This handover does not exist, or is not yours.", ErrorKind.NotFound);

    public static Error Over { get; } = new("handover.over", "This handover is done or was dropped.");

    public static Error NotReceiver { get; } = new("handover.notReceiver", "Whoever receives it says when it is done.");
}
