namespace GovernancePortal.Domain.Adoption;

/// <summary>How each guardrail's value is worked out from counts. Nothing to divide by means that nothing was measured, which counts as failing.</summary>
public static class GuardrailFormulas
{
    /// <summary>From this many changes on, a change failure rate is taken at face value.</summary>
    public const long PlainRateFrom = 200;

    /// <summary>A plain share, for literacy, sign-off, rework, wrong answers and freshness.</summary>
    public static GuardrailObservation Share(long part, long whole, double? ageDays = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        return new(whole == 0 ? null : (double)part / whole, whole, ageDays);
    }

    /// <summary>Under <see cref="PlainRateFrom"/> changes the lower end of the 95% range decides, so that noise does not pause a team.</summary>
    public static ChangeFailureReading ChangeFailureRate(long failed, long changes, double? ageDays = null)
    {
        var plain = Share(failed, changes, ageDays);
        var range = WilsonInterval.Of(failed, changes);
        return new(plain.Value, range, plain.Value is null || changes >= PlainRateFrom ? plain : plain with { Value = range.Low });
    }

    /// <summary>What is left of the budget of incident minutes for 28 days; below zero when it is overspent.</summary>
    public static double BudgetRemaining(double minutesIn28Days, double budgetMinutes)
    {
        if (budgetMinutes > 0) return 1 - (minutesIn28Days / budgetMinutes);
        return minutesIn28Days == 0 ? 1 : 0;
    }

    /// <summary>How many times faster than planned the budget is used up.</summary>
    public static double BurnRate(double minutesIn7Days, double budgetMinutes) =>
        budgetMinutes > 0 ? minutesIn7Days / 7 / (budgetMinutes / 28) : 0;

    /// <summary>Work over capacity; infinite when there is work and nobody to review it.</summary>
    public static double ReviewerUtilisation(double changesPerWeek, double hoursPerChange, double reviewers, double hoursPerReviewerWeek)
    {
        var supply = reviewers * hoursPerReviewerWeek;
        var demand = changesPerWeek * hoursPerChange;
        if (supply > 0) return demand / supply;
        return demand == 0 ? 0 : double.PositiveInfinity;
    }

    /// <summary>1 when the outcome is at its baseline, 0.95 when it is 5% worse, above 1 when it is better.</summary>
    public static double? OutcomeShare(double? outcome, double? baseline, Direction direction)
    {
        if (outcome is not { } x || baseline is not { } b) return null;
        if (b == 0) return (direction == Direction.Min ? x >= 0 : x <= 0) ? 1 : 0;

        var change = (x - b) / Math.Abs(b);
        return direction == Direction.Min ? 1 + change : 1 - change;
    }
}

/// <summary>A change failure rate with its uncertainty; both are shown.</summary>
/// <param name="Plain">Failed over all.</param>
/// <param name="Decides">What the guardrail judges.</param>
public sealed record ChangeFailureReading(double? Plain, WilsonInterval Range, GuardrailObservation Decides);
