using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Incidents;

/// <summary>Why it happened, in versions.</summary>
public sealed partial class Incident
{
    private readonly List<IncidentAttribution> _attributions = [];

    /// <summary>All that were ever written, the newest first.</summary>
    public IReadOnlyList<IncidentAttribution> Attributions => [.. _attributions.OrderByDescending(a => a.Number)];

    public IncidentAttribution? InForce => _attributions.Find(a => a.State == AttributionState.InForce);

    /// <summary>The version that waits for a second person.</summary>
    public IncidentAttribution? Waiting => _attributions.Find(a => a.State == AttributionState.Waiting);

    /// <summary>
    /// Writes a version. It is in force at once, unless it takes AI out of the cause: then it waits, and what is in force stays in force until somebody else
    /// agrees.
    /// </summary>
    /// <param name="cause">What it states.</param>
    /// <param name="reason">Why it takes the place of the one before; the first needs none.</param>
    /// <param name="by">Who writes it.</param>
    /// <param name="now">The time.</param>
    /// <param name="askSecond">Whoever writes it wants a second person to agree, although it takes nothing out.</param>
    public Result<IncidentAttribution> Attribute(Cause cause, string reason, PersonId by, DateTimeOffset now, bool askSecond = false)
    {
        if (State == IncidentState.Closed) return IncidentErrors.Closed;
        if (Waiting is not null) return IncidentErrors.AnotherWaits;
        if (cause.Faults() is { Count: > 0 } faults) return IncidentErrors.Cause(faults);
        if (InForce is not null && Check(reason) is { } fault) return fault;

        var next = cause.Tidied();
        if (InForce is { } before && before.Cause == next) return IncidentErrors.NothingNew;

        var needsAgreement = askSecond || (InForce?.Cause.LosesAiIn(next) ?? false);
        var version = new IncidentAttribution(Id, _attributions.Count + 1, next, reason.Trim(), needsAgreement, by, now);
        if (!needsAgreement) PutInForce(version, now);
        _attributions.Add(version);
        return version;
    }

    /// <summary>A second person agrees to a version that waits.</summary>
    public Result AgreeToAttribution(int number, PersonId by, DateTimeOffset now)
    {
        if (Decidable(number, by) is { } refusal) return refusal;

        var version = Waiting!;
        PutInForce(version, now);
        version.Agree(by, now);
        return Result.Success;
    }

    /// <summary>A second person does not agree; the version stays readable and was never in force.</summary>
    public Result RefuseAttribution(int number, string reason, PersonId by, DateTimeOffset now)
    {
        if (Decidable(number, by) is { } refusal) return refusal;
        if (Check(reason) is { } fault) return fault;

        Waiting!.Refuse(by, reason.Trim(), now);
        return Result.Success;
    }

    private Error? Decidable(int number, PersonId by)
    {
        if (Waiting is not { } version || version.Number != number) return IncidentErrors.NotWaiting;
        return by.Value == Guid.Empty || by == version.ProposedBy ? IncidentErrors.SamePerson : null;
    }

    private void PutInForce(IncidentAttribution version, DateTimeOffset now)
    {
        InForce?.Strike(now);
        (AiInvolvement, Factors) = (version.Involvement, version.Factors);
        if (State == IncidentState.Reported) State = IncidentState.Open;
    }
}
