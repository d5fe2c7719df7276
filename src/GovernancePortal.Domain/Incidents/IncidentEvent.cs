using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Incidents;

/// <summary>One entry of an incident's timeline. A wrong one is struck and stays readable.</summary>
public sealed class IncidentEvent
{
    public const int WordsMaxLength = 500;

    private IncidentEvent() => Words = "";

    internal IncidentEvent(IncidentId incidentId, DateTimeOffset at, string words, PersonId by, DateTimeOffset now) =>
        (Id, IncidentId, At, Words, AddedBy, AddedAt) = (IncidentNoteId.New(), incidentId, at, words, by, now);

    public IncidentNoteId Id { get; private set; }

    public IncidentId IncidentId { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    public string Words { get; private set; }

    public PersonId AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public DateTimeOffset? StruckAt { get; private set; }

    public PersonId? StruckBy { get; private set; }

    public string? StruckReason { get; private set; }

    internal void Strike(string reason, PersonId by, DateTimeOffset now) => (StruckReason, StruckBy, StruckAt) = (reason, by, now);
}

public enum IncidentLinkKind
{
    /// <summary>A change, by repository and number or commit.</summary>
    Change = 1,

    /// <summary>An adoption target, by its id.</summary>
    Target,

    /// <summary>A tool or agent of the register, by its id.</summary>
    Tool,

    /// <summary>A knowledge page, by its address and version.</summary>
    KnowledgePage,

    /// <summary>Anything else, by its address.</summary>
    Other,
}

/// <summary>What an incident hangs together with.</summary>
public sealed class IncidentLink
{
    public const int ReferenceMaxLength = 400;
    public const int NoteMaxLength = 200;

    private IncidentLink() => (Reference, Note) = ("", "");

    internal IncidentLink(IncidentId incidentId, IncidentLinkKind kind, string reference, string note, PersonId by, DateTimeOffset now) =>
        (Id, IncidentId, Kind, Reference, Note, AddedBy, AddedAt) = (IncidentNoteId.New(), incidentId, kind, reference, note, by, now);

    public IncidentNoteId Id { get; private set; }

    public IncidentId IncidentId { get; private set; }

    public IncidentLinkKind Kind { get; private set; }

    public string Reference { get; private set; }

    public string Note { get; private set; }

    public PersonId AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }
}

/// <summary>The facts of an incident as they stood before somebody corrected them.</summary>
public sealed class IncidentCorrection
{
    private IncidentCorrection() => (Title, Systems, LossNote, Reason) = ("", "", "", "");

    internal IncidentCorrection(IncidentId incidentId, IncidentFacts before, string reason, PersonId by, DateTimeOffset at)
    {
        (Id, IncidentId, Reason, By, At) = (IncidentNoteId.New(), incidentId, reason, by, at);
        (Title, Severity, UnitId, StartedAt, DetectedAt, EndedAt, Systems, CustomersAffected, Loss, LossNote) = before;
    }

    public IncidentNoteId Id { get; private set; }

    public IncidentId IncidentId { get; private set; }

    public string Title { get; private set; }

    public int Severity { get; private set; }

    public UnitId UnitId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? DetectedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string Systems { get; private set; }

    public long? CustomersAffected { get; private set; }

    public decimal? Loss { get; private set; }

    public string LossNote { get; private set; }

    public string Reason { get; private set; }

    public PersonId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    public IncidentFacts Before => new(Title, Severity, UnitId, StartedAt, DetectedAt, EndedAt, Systems, CustomersAffected, Loss, LossNote);
}
