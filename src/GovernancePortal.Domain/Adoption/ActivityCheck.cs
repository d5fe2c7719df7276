using System.Globalization;

namespace GovernancePortal.Domain.Adoption;

/// <summary>How a unit can look busy without being better off.</summary>
public enum ActivitySign
{
    /// <summary>More people use AI, and the outcome is no better for it.</summary>
    UseWithoutOutcome = 1,

    /// <summary>Far more was asked of AI than usual, and far less of it was kept.</summary>
    BurstWithoutWork = 2,
}

/// <summary>That activity was measured and not value. It is told; it decides nothing.</summary>
/// <param name="Words">The figures behind it. They tell use, so they are shown where the use figure may be.</param>
public sealed record ActivityFinding(ActivitySign Sign, string Words)
{
    /// <summary>Without any figure of use, for a team whose target is paused.</summary>
    public static string Plain(ActivitySign sign) =>
        sign == ActivitySign.UseWithoutOutcome ? "The outcome did not become better with use." : "Little of what AI made in the newest week was kept.";
}

/// <summary>A unit's figures of one week; never of a person.</summary>
/// <param name="Ends">Last day of the week.</param>
/// <param name="Use">Share of the people who used AI; null when it was not measured.</param>
/// <param name="People">Whom it is a share of.</param>
/// <param name="Offered">Suggestions that AI made; null when nothing counted them, or for fewer than five people.</param>
/// <param name="Accepted">Those of them that were kept.</param>
public sealed record WeekOfUse(DateOnly Ends, double? Use, long? People, long? Offered = null, long? Accepted = null);

/// <summary>When use counts as activity without value. Each threshold is a judgement, set so that a small team's noise is not called gaming.</summary>
public sealed record ActivityRules
{
    public static ActivityRules Standard { get; } = new();

    /// <summary>Weeks in each of the two periods that are compared, the newest and the one before it.</summary>
    public int Weeks { get; init; } = 4;

    /// <summary>Measured weeks that each period needs.</summary>
    public int MeasuredWeeks { get; init; } = 3;

    /// <summary>How much the share of people must rise from one period to the next to be called up: ten points.</summary>
    public double UseRise { get; init; } = 0.10;

    /// <summary>How much better the outcome must become to be called better: two per cent of what it was.</summary>
    public double OutcomeGain { get; init; } = 0.02;

    /// <summary>How many times the usual week's suggestions are a burst.</summary>
    public double Burst { get; init; } = 2;

    /// <summary>What part of the usual share must be kept at least for a burst to be work.</summary>
    public double KeptPart { get; init; } = 0.5;

    /// <summary>Fewer suggestions than this are no burst, whatever was usual.</summary>
    public long LeastOffered { get; init; } = 200;
}

/// <summary>
/// Looks whether use grows without value. It compares a unit's weeks with each other and with its outcome. What was not measured is not guessed:
/// with too little data, or fewer than five people, it says nothing.
/// </summary>
public static class ActivityCheck
{
    /// <param name="weeks">In any order; weeks after <paramref name="date"/> do not count.</param>
    /// <param name="outcomes">Readings of the outcome, in any order.</param>
    /// <param name="outcome">Which way the outcome is better.</param>
    public static ActivityFinding? Of(
        DateOnly date, IReadOnlyCollection<WeekOfUse> weeks, IReadOnlyCollection<(DateOnly Date, double Value)> outcomes, Direction outcome, ActivityRules rules)
    {
        var large = weeks.Where(w => w.Ends <= date && w.People >= TargetMetrics.SmallestGroup).ToArray();
        return UseWithoutOutcome(date, large, outcomes, outcome, rules) ?? BurstWithoutWork(date, large, rules);
    }

    private static ActivityFinding? UseWithoutOutcome(
        DateOnly date, IReadOnlyCollection<WeekOfUse> weeks, IReadOnlyCollection<(DateOnly Date, double Value)> outcomes, Direction direction, ActivityRules rules)
    {
        var length = rules.Weeks * TargetMetrics.WeekDays;
        var (now, before) = (Use(0), Use(length));
        if (now.Count < rules.MeasuredWeeks || before.Count < rules.MeasuredWeeks) return null;
        var (newUse, oldUse) = (now.Average(), before.Average());
        if (newUse - oldUse < rules.UseRise) return null;

        var (newOutcomes, oldOutcomes) = (Outcome(0), Outcome(length));
        if (newOutcomes.Count == 0 || oldOutcomes.Count == 0) return null;
        var (newOutcome, oldOutcome) = (newOutcomes.Average(), oldOutcomes.Average());
        var gain = direction == Direction.Min ? newOutcome - oldOutcome : oldOutcome - newOutcome;
        // Rounding must not turn a gain that is just enough into one that is not.
        if (gain > 0 && gain >= (rules.OutcomeGain * Math.Abs(oldOutcome)) - 1e-9) return null;

        return new ActivityFinding(
            ActivitySign.UseWithoutOutcome,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Use rose from {oldUse * 100:0}% to {newUse * 100:0}% between two periods of {rules.Weeks} weeks, and the outcome went from {oldOutcome:0.##} to {newOutcome:0.##}."));

        List<double> Use(int back) => [.. weeks.Where(w => IsWithin(w.Ends, back)).Select(w => w.Use).OfType<double>()];

        List<double> Outcome(int back) => [.. outcomes.Where(o => IsWithin(o.Date, back)).Select(o => o.Value)];

        bool IsWithin(DateOnly day, int back) => date.DayNumber - day.DayNumber is var age && age >= back && age < back + length;
    }

    private static ActivityFinding? BurstWithoutWork(DateOnly date, IReadOnlyCollection<WeekOfUse> weeks, ActivityRules rules)
    {
        var counted = weeks.Where(w => w is { Offered: not null, Accepted: not null }).OrderByDescending(w => w.Ends).ToArray();
        if (counted.Length == 0 || date.DayNumber - counted[0].Ends.DayNumber >= TargetMetrics.WeekDays) return null;

        var newest = counted[0];
        var usual = counted.Skip(1).Where(w => newest.Ends.DayNumber - w.Ends.DayNumber <= rules.Weeks * TargetMetrics.WeekDays && w.Offered > 0).ToArray();
        if (usual.Length < rules.MeasuredWeeks || newest.Offered < rules.LeastOffered) return null;

        var (offered, kept) = (Median(usual.Select(w => (double)w.Offered!.Value)), Median(usual.Select(Kept)));
        if (newest.Offered < rules.Burst * offered || Kept(newest) > rules.KeptPart * kept || kept <= 0) return null;
        return new ActivityFinding(
            ActivitySign.BurstWithoutWork,
            string.Create(
                CultureInfo.InvariantCulture,
                $"AI made {newest.Offered:#,0} suggestions in seven days, against {offered:#,0} in a usual week; {Kept(newest) * 100:0}% were kept, against {kept * 100:0}%."));
    }

    private static double Kept(WeekOfUse week) => (double)week.Accepted!.Value / week.Offered!.Value;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
