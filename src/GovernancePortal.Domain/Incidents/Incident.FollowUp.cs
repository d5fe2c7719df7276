using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Incidents;

/// <summary>What is done about it, what happened when, and what it hangs together with.</summary>
public sealed partial class Incident
{
    private readonly List<IncidentAction> _actions = [];
    private readonly List<IncidentEvent> _events = [];
    private readonly List<IncidentLink> _links = [];
    private readonly List<IncidentCorrection> _corrections = [];

    public IReadOnlyList<IncidentAction> Actions => [.. _actions.OrderBy(a => a.DueOn).ThenBy(a => a.Id.Value)];

    public IReadOnlyList<IncidentEvent> Events => [.. _events.OrderBy(e => e.At).ThenBy(e => e.Id.Value)];

    public IReadOnlyList<IncidentLink> Links => [.. _links.OrderBy(l => l.Kind).ThenBy(l => l.Id.Value)];

    /// <summary>What stood before each correction of the facts, the newest first.</summary>
    public IReadOnlyList<IncidentCorrection> Corrections => [.. _corrections.OrderByDescending(c => c.At)];

    public Result<IncidentAction> Place(string title, PersonId owner, DateOnly dueOn, DateTimeOffset now)
    {
        if (State == IncidentState.Closed) return IncidentErrors.Closed;
        var faults = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(title)) faults.Add(new("Title", "Say what is to be done."));
        if (title.Length > IncidentAction.TitleMaxLength) faults.Add(new("Title", $"Use at most {IncidentAction.TitleMaxLength} characters."));
        if (owner.Value == Guid.Empty) faults.Add(new("Owner", "Name somebody who does it."));
        if (dueOn < now.UtcDay()) faults.Add(new("DueOn", "Choose today or a later day."));
        if (faults.Count > 0) return IncidentErrors.Action(faults);

        var action = new IncidentAction(Id, title.Trim(), owner, dueOn, now);
        _actions.Add(action);
        return action;
    }

    public Result Complete(IncidentActionId id, PersonId by, DateTimeOffset now) => Decide(id, action => action.Complete(by, now));

    /// <summary>Drops a follow-up that is no longer needed; it stays readable with the reason.</summary>
    public Result Drop(IncidentActionId id, string reason, PersonId by, DateTimeOffset now) =>
        Check(reason) is { } fault ? fault : Decide(id, action => action.Drop(reason.Trim(), by, now));

    public Result<IncidentEvent> Tell(DateTimeOffset at, string words, PersonId by, DateTimeOffset now)
    {
        if (State == IncidentState.Closed) return IncidentErrors.Closed;
        var faults = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(words)) faults.Add(new("Words", "Say what happened."));
        if (words.Length > IncidentEvent.WordsMaxLength) faults.Add(new("Words", $"Use at most {IncidentEvent.WordsMaxLength} characters."));
        if (at > now.AddMinutes(5)) faults.Add(new("At", "It cannot have happened in the future."));
        if (faults.Count > 0) return IncidentErrors.Event(faults);

        var entry = new IncidentEvent(Id, at, words.Trim(), by, now);
        _events.Add(entry);
        return entry;
    }

    /// <summary>Strikes an entry of the timeline that is wrong; it stays readable.</summary>
    public Result Strike(IncidentNoteId id, string reason, PersonId by, DateTimeOffset now)
    {
        if (State == IncidentState.Closed) return IncidentErrors.Closed;
        if (Check(reason) is { } fault) return fault;
        if (_events.Find(e => e.Id == id) is not { StruckAt: null } entry) return IncidentErrors.NoSuchEntry;

        entry.Strike(reason.Trim(), by, now);
        return Result.Success;
    }

    public Result<IncidentLink> Link(IncidentLinkKind kind, string reference, string note, PersonId by, DateTimeOffset now)
    {
        if (State == IncidentState.Closed) return IncidentErrors.Closed;
        var faults = new List<FieldError>();
        if (!Enum.IsDefined(kind)) faults.Add(new("Kind", "Choose what it is linked to."));
        if (string.IsNullOrWhiteSpace(reference)) faults.Add(new("Reference", "Name it, by its number, id or address."));
        if (reference.Length > IncidentLink.ReferenceMaxLength) faults.Add(new("Reference", $"Use at most {IncidentLink.ReferenceMaxLength} characters."));
        if (note.Length > IncidentLink.NoteMaxLength) faults.Add(new("Note", $"Use at most {IncidentLink.NoteMaxLength} characters."));
        if (faults.Count > 0) return IncidentErrors.Event(faults);
        if (_links.Exists(l => l.Kind == kind && l.Reference.Equals(reference.Trim(), StringComparison.Ordinal))) return IncidentErrors.LinkedAlready;

        var link = new IncidentLink(Id, kind, reference.Trim(), note.Trim(), by, now);
        _links.Add(link);
        return link;
    }

    private Result Decide(IncidentActionId id, Action<IncidentAction> decide)
    {
        if (State == IncidentState.Closed) return IncidentErrors.Closed;
        if (_actions.Find(a => a.Id == id) is not { State: IncidentActionState.Open } action) return IncidentErrors.NoSuchAction;

        decide(action);
        return Result.Success;
    }
}
