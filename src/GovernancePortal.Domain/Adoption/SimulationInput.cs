namespace GovernancePortal.Domain.Adoption;

/// <summary>
/// A back-test as it arrives: a target, its guardrails, and what happened step by step. The shape is that of the HTTP API, so enumerations and
/// dates are text here and whatever is left out is null; <see cref="TargetSimulation"/> says what is wrong with it.
/// </summary>
public sealed record SimulationInput
{
    public SimulationTarget? Target { get; init; }

    public IReadOnlyList<SimulationGuardrail?>? Guardrails { get; init; }

    public IReadOnlyList<SimulationStep?>? Steps { get; init; }

    /// <summary>Types an approval insists on; the mandatory ones when left out.</summary>
    public IReadOnlyList<string>? RequiredTypes { get; init; }
}

/// <summary>The terms; what is left out is what a proposal is refused for.</summary>
public sealed record SimulationTarget
{
    public string? Metric { get; init; }

    public string? Scope { get; init; }

    public double? BaselineValue { get; init; }

    public double? TargetValue { get; init; }

    public string? Direction { get; init; }

    public string? StartDate { get; init; }

    public string? DueDate { get; init; }

    public string? Owner { get; init; }

    public string? OutcomeMetric { get; init; }

    public double? OutcomeBaseline { get; init; }

    public string? OutcomeDirection { get; init; }

    public int? AchieveAfter { get; init; }

    public int? MinPauseSteps { get; init; }

    public bool? IncentiveLinkedToUsage { get; init; }
}

public sealed record SimulationGuardrail
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? Direction { get; init; }

    public double? Enter { get; init; }

    public double? Exit { get; init; }

    public int? BreachAfter { get; init; }

    public int? ClearAfter { get; init; }

    public string? Mode { get; init; }

    public double? Weight { get; init; }

    public int? MinSample { get; init; }

    public double? MaxAgeDays { get; init; }
}

/// <summary>One day: what people did, then what was measured, by guardrail id.</summary>
public sealed record SimulationStep
{
    public string? Date { get; init; }

    public IReadOnlyList<SimulationEvent?>? Events { get; init; }

    public double? Metric { get; init; }

    public double? Outcome { get; init; }

    public IReadOnlyDictionary<string, GuardrailObservation?>? Observations { get; init; }
}

/// <param name="Type">propose, reject, approve, ack, pause or retire; anything else is ignored and logged.</param>
/// <param name="By">Any name; only whether two are the same matters.</param>
public sealed record SimulationEvent(string? Type, string? By);

/// <summary>What would have happened.</summary>
public sealed record SimulationOutput(string FinalState, IReadOnlyList<SimulationLogEntry> Log);

/// <summary>The state after one step, and why.</summary>
public sealed record SimulationLogEntry(
    DateOnly Date, string State, IReadOnlyList<string> Blockers, IReadOnlyDictionary<string, string> Status, double Readiness, IReadOnlyList<string> Why);
