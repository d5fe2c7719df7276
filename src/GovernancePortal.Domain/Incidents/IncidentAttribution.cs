using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Incidents;

/// <summary>Where a version of an attribution stands.</summary>
public enum AttributionState
{
    /// <summary>It takes AI out of the cause, or was written to be agreed to, and waits for a second person.</summary>
    Waiting,
    InForce,

    /// <summary>Was in force until a later version took its place; still readable.</summary>
    Struck,

    /// <summary>A second person did not agree; never in force.</summary>
    Refused,
}

/// <summary>One version of why an incident happened. It is written once: afterwards only its decision and the day it was struck are added.</summary>
public sealed class IncidentAttribution
{
    public const int ReasonMaxLength = 1000;

    private IncidentAttribution() => (ButForWords, Words, Reason) = ("", "", "");

    internal IncidentAttribution(IncidentId incidentId, int number, Cause cause, string reason, bool needsAgreement, PersonId by, DateTimeOffset now)
    {
        (IncidentId, Number, Reason, NeedsAgreement, ProposedBy, ProposedAt) = (incidentId, number, reason, needsAgreement, by, now);
        (Involvement, ButFor, ButForWords, Factors, Words) = cause;
        if (!needsAgreement) InForceFrom = now;
    }

    public IncidentId IncidentId { get; private set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }

    public AiInvolvement Involvement { get; private set; }

    public ButFor ButFor { get; private set; }

    public string ButForWords { get; private set; }

    public ContributingFactors Factors { get; private set; }

    public string Words { get; private set; }

    /// <summary>Why it takes the place of the version before; empty for the first.</summary>
    public string Reason { get; private set; }

    public bool NeedsAgreement { get; private set; }

    public PersonId ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? RefusalReason { get; private set; }

    public DateTimeOffset? InForceFrom { get; private set; }

    public DateTimeOffset? StruckAt { get; private set; }

    public Cause Cause => new(Involvement, ButFor, ButForWords, Factors, Words);

    public AttributionState State =>
        StruckAt is not null ? AttributionState.Struck
        : InForceFrom is not null ? AttributionState.InForce
        : RefusalReason is not null ? AttributionState.Refused
        : AttributionState.Waiting;

    internal void Agree(PersonId by, DateTimeOffset now) => (DecidedBy, DecidedAt, InForceFrom) = (by, now, now);

    internal void Refuse(PersonId by, string reason, DateTimeOffset now) => (DecidedBy, DecidedAt, RefusalReason) = (by, now, reason);

    internal void Strike(DateTimeOffset now) => StruckAt = now;
}
