using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Adoption;

/// <summary>What a target asks for. A draft may be incomplete; <see cref="ProposalFaults"/> says what a proposal still lacks.</summary>
public sealed record TargetTerms
{
    public string? Metric { get; init; }

    public UnitId? Scope { get; init; }

    public double? BaselineValue { get; init; }

    public double? TargetValue { get; init; }

    public Direction Direction { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? DueDate { get; init; }

    public PersonId? Owner { get; init; }

    /// <summary>What the use is for, and must not get worse.</summary>
    public string? OutcomeMetric { get; init; }

    public double? OutcomeBaseline { get; init; }

    public Direction OutcomeDirection { get; init; }

    /// <summary>Evaluations in a row, spent active, with the value reached and the outcome no worse.</summary>
    public int AchieveAfter { get; init; } = 3;

    /// <summary>Evaluations that a pause lasts at least.</summary>
    public int MinPauseSteps { get; init; } = 1;

    /// <summary>Use is tied to pay or promotion. Such a target is refused: use is an input, reward outcomes.</summary>
    public bool IncentiveLinkedToUsage { get; init; }

    /// <summary>Why this may not be proposed yet; empty when it may. The order and the codes are fixed.</summary>
    public IReadOnlyList<ProposalFault> ProposalFaults()
    {
        var faults = new List<ProposalFault>();
        Need(!string.IsNullOrEmpty(Metric), "metric", nameof(Metric), "Choose what is measured.");
        Need(Scope is not null, "scope", nameof(Scope), "Choose the unit it holds for.");
        Need(BaselineValue is not null, "baselineValue", nameof(BaselineValue), "State where it stands today.");
        Need(TargetValue is not null, "targetValue", nameof(TargetValue), "State the value to reach.");
        Need(StartDate is not null, "startDate", nameof(StartDate), "State when it starts.");
        Need(DueDate is not null, "dueDate", nameof(DueDate), "State when it is due.");
        Need(Owner is not null, "owner", nameof(Owner), "Name the person who answers for it.");
        Need(!string.IsNullOrEmpty(OutcomeMetric), "outcomeMetric", nameof(OutcomeMetric), "Choose the outcome that must not get worse.");
        Need(OutcomeBaseline is not null, "outcomeBaseline", nameof(OutcomeBaseline), "State where the outcome stands today.");

        // One after the other: a fault of value is only told once everything before it is right.
        if (faults.Count == 0 && DueDate <= StartDate) faults.Add(new("dates", nameof(DueDate), "The due date must be after the start date."));
        if (faults.Count == 0 && TargetValue == BaselineValue) faults.Add(new("noChange", nameof(TargetValue), "The value to reach is the value of today."));
        if (IncentiveLinkedToUsage)
            faults.Add(new("usageIncentive", nameof(IncentiveLinkedToUsage), "Use may not be tied to pay or promotion. Reward the outcome instead."));
        return faults;

        void Need(bool given, string name, string field, string message)
        {
            if (!given) faults.Add(new("missing:" + name, field, message));
        }
    }

    /// <summary>What is malformed, whether or not it is complete.</summary>
    internal IReadOnlyList<FieldError> ShapeFaults()
    {
        var faults = new List<FieldError>();
        if (Metric?.Length > AdoptionTarget.MetricMaxLength) faults.Add(new(nameof(Metric), "This name is too long."));
        if (OutcomeMetric?.Length > AdoptionTarget.MetricMaxLength) faults.Add(new(nameof(OutcomeMetric), "This name is too long."));
        if (NotANumber(BaselineValue)) faults.Add(new(nameof(BaselineValue), "State a number."));
        if (NotANumber(TargetValue)) faults.Add(new(nameof(TargetValue), "State a number."));
        if (NotANumber(OutcomeBaseline)) faults.Add(new(nameof(OutcomeBaseline), "State a number."));
        if (AchieveAfter < 1) faults.Add(new(nameof(AchieveAfter), "Count at least one evaluation."));
        if (MinPauseSteps < 0) faults.Add(new(nameof(MinPauseSteps), "A pause cannot last fewer than no evaluations."));
        return faults;

        static bool NotANumber(double? value) => value is { } x && !double.IsFinite(x);
    }
}

/// <summary>One reason against a proposal.</summary>
/// <param name="Code">Stable: <c>missing:owner</c>, <c>dates</c>, <c>noChange</c> or <c>usageIncentive</c>.</param>
/// <param name="Field">Property of <see cref="TargetTerms"/>.</param>
public sealed record ProposalFault(string Code, string Field, string Message);
