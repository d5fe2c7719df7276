namespace GovernancePortal.Domain.Adoption;

/// <summary>One evaluation as it is kept: what was measured, what followed, and the thresholds of the day, so that the past can be explained.</summary>
public sealed class EvaluationRecord
{
    private EvaluationRecord() => Findings = [];

    /// <param name="metricSample">People the use figure rests on; null when there is no figure.</param>
    public EvaluationRecord(
        AdoptionTarget target, TargetReading reading, long? metricSample, TargetEvaluation evaluation, IReadOnlyDictionary<string, string> words, DateTimeOffset now)
    {
        (TargetId, Date, EvaluatedAt) = (target.Id, reading.Date, now);
        (Metric, MetricSample, Outcome) = (target.LastMetric, metricSample, target.LastOutcome);
        (Before, After, Transition, Readiness) = (evaluation.Before, evaluation.After, evaluation.Transition, evaluation.Readiness);
        Findings = [.. target.Guardrails.Select(g => GuardrailFinding.Of(g, words.GetValueOrDefault(g.Key, "")))];
    }

    public long Id { get; private set; }

    public AdoptionTargetId TargetId { get; private set; }

    /// <summary>The day it stands for; a target takes one step for each.</summary>
    public DateOnly Date { get; private set; }

    public DateTimeOffset EvaluatedAt { get; private set; }

    public double? Metric { get; private set; }

    public long? MetricSample { get; private set; }

    public double? Outcome { get; private set; }

    public TargetState Before { get; private set; }

    public TargetState After { get; private set; }

    public string? Transition { get; private set; }

    public double Readiness { get; private set; }

    /// <summary>In the order of the target.</summary>
    public IReadOnlyList<GuardrailFinding> Findings { get; private set; }
}

/// <summary>What one evaluation found about one guardrail.</summary>
/// <param name="Words">The counts behind the value, as a sentence; never names anybody.</param>
/// <param name="WaivedUntil">Last day of the waiver that was in force.</param>
public sealed record GuardrailFinding(
    string Key,
    GuardrailType Type,
    GuardrailMode Mode,
    double Enter,
    double Exit,
    double? Value,
    long? Sample,
    double? AgeDays,
    GuardrailStatus Status,
    bool Holds,
    string Words,
    DateOnly? WaivedUntil = null)
{
    internal static GuardrailFinding Of(Guardrail g, string words) =>
        new(g.Key, g.Type, g.Mode, g.Enter, g.Exit, g.LastValue, g.LastSample, g.LastAgeDays, g.LastStatus, g.Holds, words, g.WaivedUntil);
}
