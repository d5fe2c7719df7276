using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Incidents;

public readonly record struct IncidentId(Guid Value) : ITypedId<IncidentId>
{
    public static IncidentId New() => new(Guid.CreateVersion7());

    public static IncidentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A follow-up of an incident.</summary>
public readonly record struct IncidentActionId(Guid Value) : ITypedId<IncidentActionId>
{
    public static IncidentActionId New() => new(Guid.CreateVersion7());

    public static IncidentActionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>An entry of an incident's timeline, or a link of it.</summary>
public readonly record struct IncidentNoteId(Guid Value) : ITypedId<IncidentNoteId>
{
    public static IncidentNoteId New() => new(Guid.CreateVersion7());

    public static IncidentNoteId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
