using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Incidents;

public enum IncidentActionState
{
    Open,
    Done,

    /// <summary>No longer needed, with a reason.</summary>
    Dropped,
}

/// <summary>What somebody does so that it does not happen again.</summary>
public sealed class IncidentAction
{
    public const int TitleMaxLength = 200;

    private IncidentAction() => Title = "";

    internal IncidentAction(IncidentId incidentId, string title, PersonId owner, DateOnly dueOn, DateTimeOffset now) =>
        (Id, IncidentId, Title, Owner, DueOn, PlacedAt) = (IncidentActionId.New(), incidentId, title, owner, dueOn, now);

    public IncidentActionId Id { get; private set; }

    public IncidentId IncidentId { get; private set; }

    public string Title { get; private set; }

    public PersonId Owner { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateTimeOffset PlacedAt { get; private set; }

    public IncidentActionState State { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DropReason { get; private set; }

    public bool IsLateOn(DateOnly day) => State == IncidentActionState.Open && DueOn < day;

    internal void Complete(PersonId by, DateTimeOffset now) => (State, DecidedBy, DecidedAt) = (IncidentActionState.Done, by, now);

    internal void Drop(string reason, PersonId by, DateTimeOffset now) => (State, DropReason, DecidedBy, DecidedAt) = (IncidentActionState.Dropped, reason, by, now);
}
