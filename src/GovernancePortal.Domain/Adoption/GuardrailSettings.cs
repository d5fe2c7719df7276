using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Adoption;

/// <summary>The thresholds of one guardrail, and how patient it is.</summary>
/// <param name="Enter">Beyond this it is breached.</param>
/// <param name="Exit">Reaching this clears it; at least as strict as <paramref name="Enter"/>.</param>
public sealed record GuardrailSettings(GuardrailType Type, Direction Direction, double Enter, double Exit)
{
    /// <summary>Consecutive failing evaluations until a guardrail that held no longer does.</summary>
    public int BreachAfter { get; init; } = 2;

    /// <summary>Consecutive passing evaluations until it holds.</summary>
    public int ClearAfter { get; init; } = 2;

    public GuardrailMode Mode { get; init; } = GuardrailMode.Block;

    /// <summary>Its share in the readiness figure; never decides anything.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Fewer cases than this count as no data.</summary>
    public int MinSample { get; init; }

    /// <summary>Older data count as no data. Null sets no limit.</summary>
    public double? MaxAgeDays { get; init; }

    /// <summary>Everything that is wrong, by property name.</summary>
    public IReadOnlyList<FieldError> Faults()
    {
        var faults = new List<FieldError>();
        if (!double.IsFinite(Enter)) faults.Add(new(nameof(Enter), "State the threshold as a number."));
        if (!double.IsFinite(Exit)) faults.Add(new(nameof(Exit), "State the threshold as a number."));
        if (faults.Count == 0 && (Direction == Direction.Min ? Exit < Enter : Exit > Enter))
            faults.Add(new(nameof(Exit), "The threshold that clears must be at least as strict as the one that breaches."));
        if (BreachAfter < 1) faults.Add(new(nameof(BreachAfter), "Count at least one evaluation."));
        if (ClearAfter < 1) faults.Add(new(nameof(ClearAfter), "Count at least one evaluation."));
        if (!double.IsFinite(Weight) || Weight < 0) faults.Add(new(nameof(Weight), "The weight cannot be negative."));
        if (MinSample < 0) faults.Add(new(nameof(MinSample), "The smallest sample cannot be negative."));
        if (MaxAgeDays is { } age && !(double.IsFinite(age) && age >= 0)) faults.Add(new(nameof(MaxAgeDays), "The greatest age cannot be negative."));
        return faults;
    }

    /// <summary>What an observation says on its own, before the counters.</summary>
    public GuardrailStatus Judge(GuardrailObservation? observation)
    {
        if (observation?.Value is not { } value || double.IsNaN(value)) return GuardrailStatus.Unknown;
        if (observation.Sample < MinSample || observation.AgeDays > MaxAgeDays) return GuardrailStatus.Unknown;
        if (Reaches(value, Exit)) return GuardrailStatus.Pass;
        return Reaches(value, Enter) ? GuardrailStatus.Warn : GuardrailStatus.Fail;
    }

    /// <summary>How far a value is on its way to the clearing threshold, 0 to 1. For showing only.</summary>
    public double Progress(double? value)
    {
        if (value is not { } x || double.IsNaN(x)) return 0;

        var share = Direction == Direction.Min
            ? Exit > 0 ? x / Exit : 1
            : Exit > 0 ? ((2 * Exit) - x) / Exit : x <= 0 ? 1 : 0;
        return Math.Clamp(share, 0, 1);
    }

    private bool Reaches(double value, double threshold) => Direction == Direction.Min ? value >= threshold : value <= threshold;
}

/// <summary>One measured value of a guardrail. No value means that nothing could be measured, which counts as failing.</summary>
/// <param name="Sample">How many cases it rests on, where that can be said.</param>
/// <param name="AgeDays">How old the data are, where that can be said.</param>
public sealed record GuardrailObservation(double? Value, long? Sample = null, double? AgeDays = null);
