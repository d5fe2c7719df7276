namespace GovernancePortal.Domain.Adoption;

/// <summary>The facts of one evaluation day. What is absent was not measured.</summary>
/// <param name="Metric">Value of the target's metric.</param>
/// <param name="Outcome">Value of the outcome metric.</param>
/// <param name="Observations">By guardrail key.</param>
public sealed record TargetReading(DateOnly Date, double? Metric, double? Outcome, IReadOnlyDictionary<string, GuardrailObservation> Observations);

/// <summary>What one evaluation found and did; the evidence of a transition.</summary>
/// <param name="Blockers">Keys of the blocking guardrails that do not hold, in the order of the target; none for a retired target.</param>
/// <param name="Status">By guardrail key, in the order of the target.</param>
/// <param name="Transition">Why the state changed: <c>autoPause:keys</c>, <c>guardrailsHold</c>, <c>resumed</c>, <c>achieved</c>; null when it did not.</param>
public sealed record TargetEvaluation(
    DateOnly Date,
    TargetState Before,
    TargetState After,
    IReadOnlyList<string> Blockers,
    IReadOnlyList<KeyValuePair<string, GuardrailStatus>> Status,
    double Readiness,
    string? Transition)
{
    public bool Changed => Before != After;
}
