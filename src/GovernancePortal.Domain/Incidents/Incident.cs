using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Incidents;

public readonly record struct IncidentId(Guid Value) : ITypedId<IncidentId>
{
    public static IncidentId New() => new(Guid.CreateVersion7());

    public static IncidentId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What AI had to do with an incident.</summary>
public enum AiInvolvement
{
    /// <summary>Not answered yet; shown as such, never as "not AI".</summary>
    Unknown,
    NotAi,

    /// <summary>A change or text that AI wrote.</summary>
    AuthoredByAi,

    /// <summary>A person acted on AI advice. AI-related in every total.</summary>
    ActedOnAdvice,

    /// <summary>AI acted on its own.</summary>
    ActedAlone,

    /// <summary>AI passed on a page that was out of date.</summary>
    StaleSource,
}

/// <summary>Something that stopped or harmed.</summary>
public sealed class Incident
{
    public const int NumberMaxLength = 40;
    public const int TitleMaxLength = 200;

    /// <summary>Severity 1 and 2 are severe.</summary>
    public const int SevereUpTo = 2;

    private Incident() => (Number, Title) = ("", "");

    /// <param name="number">As people name it, such as <c>INC-0232</c>; unique.</param>
    /// <param name="severity">1, the worst, to 4.</param>
    /// <param name="endedAt">Null while it goes on.</param>
    public Incident(string number, string title, int severity, UnitId unitId, DateTimeOffset startedAt, DateTimeOffset? endedAt, AiInvolvement aiInvolvement)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentOutOfRangeException.ThrowIfLessThan(severity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(severity, 4);
        if (endedAt < startedAt) throw new ArgumentException("An incident ends after it starts.", nameof(endedAt));

        (Id, Number, Title, Severity, UnitId) = (IncidentId.New(), number, title, severity, unitId);
        (StartedAt, EndedAt, AiInvolvement) = (startedAt, endedAt, aiInvolvement);
    }

    public IncidentId Id { get; private set; }

    public string Number { get; private set; }

    public string Title { get; private set; }

    public int Severity { get; private set; }

    public UnitId UnitId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public AiInvolvement AiInvolvement { get; private set; }

    public int Version { get; private set; }

    public bool IsSevere => Severity <= SevereUpTo;

    public bool IsAiRelated => AiInvolvement is not (AiInvolvement.NotAi or AiInvolvement.Unknown);
}
