using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Adoption;

/// <summary>What the evidence does to a target.</summary>
public sealed partial class AdoptionTarget
{
    /// <summary>One step: every guardrail judges its observation, then at most one transition follows.</summary>
    public Result<TargetEvaluation> Evaluate(TargetReading reading, DateTimeOffset now)
    {
        if (reading.Date < LastEvaluatedOn) return TargetErrors.ClockBack;

        var before = State;
        var guardrails = Guardrails;
        // A step may be taken ahead of its day; a waiver counts to the end of its last one all the same.
        var today = now.UtcDay();
        var waivedOn = reading.Date < today ? reading.Date : today;
        foreach (var guardrail in guardrails)
        {
            guardrail.EndWaiverBefore(waivedOn);
            guardrail.Observe(reading.Observations.GetValueOrDefault(guardrail.Key));
        }

        var blockers = guardrails.Where(g => g.IsBlocking).Select(g => g.Key).ToList();
        // Counted before the transition: the step in which it resumes does not count as spent active.
        StepsAtTarget = State == TargetState.Active && IsReached(reading.Metric) && IsOutcomeKept(reading.Outcome) ? StepsAtTarget + 1 : 0;
        var transition = Move(reading.Date, blockers, now);

        (LastEvaluatedOn, LastMetric, LastOutcome) = (reading.Date, Storable(reading.Metric), Storable(reading.Outcome));
        Readiness = TargetReadiness.Of(guardrails);
        return new TargetEvaluation(
            reading.Date,
            before,
            State,
            State == TargetState.Retired ? [] : blockers,
            [.. guardrails.Select(g => KeyValuePair.Create(g.Key, g.LastStatus))],
            Readiness,
            transition);
    }

    private string? Move(DateOnly date, List<string> blockers, DateTimeOffset now)
    {
        switch (State)
        {
            case TargetState.Active or TargetState.Achieved when blockers.Count > 0:
                BeginPause(by: null, reason: null, now);
                return "autoPause:" + string.Join(',', blockers);

            case TargetState.Approved when blockers.Count == 0 && date >= StartDate:
                GoLive(now);
                return "guardrailsHold";

            case TargetState.Paused:
                PausedSteps++;
                if (blockers.Count > 0 || AcknowledgedAt is null || PausedSteps < MinPauseSteps) return null;
                GoLive(now);
                return "resumed";

            case TargetState.Active when StepsAtTarget >= AchieveAfter:
                AchievedAt = now;
                Enter(TargetState.Achieved, now);
                return "achieved";

            default:
                return null;
        }
    }

    private void GoLive(DateTimeOffset now)
    {
        FirstActiveAt ??= now;
        Enter(TargetState.Active, now);
    }

    private bool IsReached(double? metric) => Direction == Direction.Min ? metric >= TargetValue : metric <= TargetValue;

    private bool IsOutcomeKept(double? outcome) => OutcomeDirection == Direction.Min ? outcome >= OutcomeBaseline : outcome <= OutcomeBaseline;

    private static double? Storable(double? value) => value is { } x && double.IsFinite(x) ? x : null;
}
