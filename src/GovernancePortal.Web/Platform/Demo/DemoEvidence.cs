using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Weekly figures of the guardrails whose rows later features will bring, and of the outcomes.</summary>
internal static class DemoEvidence
{
    public const string Outcome = "lead time in days";
    private const string Source = "the demo";
    private const int Weeks = 32;

    /// <param name="unit">The unit that the figures speak of.</param>
    /// <param name="today">The newest figures are of yesterday.</param>
    /// <param name="badDay">The day of the unit's severe incident; null when it had none.</param>
    /// <param name="freshFrom">Share of fresh pages in a calm week.</param>
    /// <param name="freshNow">Share of fresh pages now, after it fell since the bad day.</param>
    public static IEnumerable<GuardrailReading> Guardrails(Unit unit, DateOnly today, DateOnly? badDay, double freshFrom, double freshNow, int openAgents)
    {
        for (var week = Weeks; week >= 0; week--)
        {
            var day = today.AddDays(-1 - (7 * week));
            GuardrailReading Reading(GuardrailType type, double value, long? sample = null) => new(type, unit.Id, day, value, sample, Source);

            yield return Reading(GuardrailType.SeniorSignOff, 1, 180 + week);
            yield return Reading(GuardrailType.ChangeFailureRate, .049 + (.001 * (week % 3)), 126);
            yield return Reading(GuardrailType.ReviewerUtilisation, .72 + (.02 * (week % 4)));
            yield return Reading(GuardrailType.KbFreshness, Fresh(week, freshFrom, freshNow), 14_000 + (10 * week));
            yield return Reading(GuardrailType.UnsupervisedProductionAccess, badDay is { } bad && openAgents > 0 && day.DayNumber >= bad.DayNumber - 4 ? openAgents : 0, 9);
            yield return Reading(GuardrailType.IncidentErrorBudget, badDay is { } d && IsWithin(day, d.AddDays(6), 28) ? -.15 : .64);
        }

        // The budget does not wait for the end of the week; where the bad day ends one, its reading stands already.
        if (badDay is { } outage && !EndsAWeek(outage, today)) yield return new GuardrailReading(GuardrailType.IncidentErrorBudget, unit.Id, outage, -.15, null, Source);
    }

    public static IEnumerable<OutcomeReading> Outcomes(Unit unit, DateOnly today) =>
        Enumerable.Range(0, Weeks + 1).Select(week => new OutcomeReading(Outcome, unit.Id, today.AddDays(-1 - (7 * week)), 5.6 + (.1 * (week % 3)), Source));

    private static bool EndsAWeek(DateOnly day, DateOnly today) => (today.DayNumber - 1 - day.DayNumber) % 7 == 0;

    // Low before the target, good for half a year, then falling for eight weeks.
    private static double Fresh(int week, double from, double now) =>
        week > 26 ? .71
        : week > 8 ? from
        : Math.Round(from - ((from - now) * (9 - week) / 9), 3);

    private static bool IsWithin(DateOnly day, DateOnly from, int days) => day >= from.AddDays(-6) && day.DayNumber < from.DayNumber + days;
}
