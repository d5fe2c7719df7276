namespace GovernancePortal.Domain.Adoption;

/// <summary>A stretch of days on which a target was paused.</summary>
/// <param name="To">The day it ended; null while it goes on.</param>
public sealed record TargetPause(DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => day >= From && (To is not { } end || day < end);
}

/// <summary>What one evaluation says about the state, in the order of days.</summary>
public readonly record struct StateStep(DateOnly Date, TargetState Before, TargetState After);

/// <summary>Reads pauses back from evaluations.</summary>
public static class TargetPauses
{
    /// <param name="steps">Oldest first.</param>
    /// <param name="pausedSince">Day since which it is paused now; null when it is not. A cord that was pulled since the last evaluation shows here alone.</param>
    public static IReadOnlyList<TargetPause> Of(IReadOnlyList<StateStep> steps, DateOnly? pausedSince)
    {
        var pauses = new List<TargetPause>();
        DateOnly? from = null;
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            // Pulled by hand after the evaluation before: from that day on, since nobody evaluated in between.
            if (from is null && step.Before == TargetState.Paused) from = i == 0 ? step.Date : steps[i - 1].Date;
            if (from is null && step.After == TargetState.Paused) from = step.Date;
            if (from is { } begun && step.After != TargetState.Paused)
            {
                pauses.Add(new TargetPause(begun, step.Date));
                from = null;
            }
        }

        if (pausedSince is { } since) pauses.Add(new TargetPause(from ?? since, null));
        return pauses;
    }
}
