namespace GovernancePortal.Domain.Adoption;

/// <summary>One evaluation as it is kept: what was measured, what followed, and the thresholds of the day, so that the past can be explained.</summary>
public sealed class EvaluationRecord
{
    public const int ActivityMaxLength = 300;

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

    /// <summary>Suggestions that AI made in the week, where they were counted for enough people; see <see cref="WeekOfUse"/>.</summary>
    public long? Offered { get; private set; }

    public long? Accepted { get; private set; }

    /// <summary>Null when nothing says that activity was measured and not value.</summary>
    public ActivitySign? Activity { get; private set; }

    /// <summary>The figures behind <see cref="Activity"/>; they tell use.</summary>
    public string? ActivityWords { get; private set; }

    public ActivityFinding? ActivityFinding => Activity is { } sign ? new ActivityFinding(sign, ActivityWords ?? "") : null;

    /// <summary>In the order of the target.</summary>
    public IReadOnlyList<GuardrailFinding> Findings { get; private set; }

    /// <summary>What was looked at beside the guardrails. It changes no state.</summary>
    public void Watch(WeekOfUse week, ActivityFinding? finding)
    {
        (Offered, Accepted) = (week.Offered, week.Accepted);
        (Activity, ActivityWords) = (finding?.Sign, finding?.Words);
    }
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
