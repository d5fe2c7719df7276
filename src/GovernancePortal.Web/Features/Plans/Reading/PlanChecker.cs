using GovernancePortal.Data;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Reallocation.Exposure;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.Reading;

/// <summary>Checks a plan against what is so now; each check says what it found in words, with its figures.</summary>
internal static class PlanChecker
{
    public static async Task<IReadOnlyList<PlanCheck>> CheckAsync(PortalDbContext db, ReallocationPlan plan, PlanGround ground, DateOnly today, CancellationToken cancellationToken)
    {
        var run = await RunAsync(db, plan, cancellationToken);
        var people = plan.Moves.Select(m => m.PersonId).ToArray();
        var exposure = await ExposureReader.ReadAsync(db, people, today, cancellationToken);
        var capacity = await VettingCapacityReader.ReadAsync(db, plan.UnitId, people, today, cancellationToken);
        return [Seats(plan, ground), Exposure(exposure), Capacity(capacity), Budget(plan, run)];
    }

    private static PlanCheck Exposure(KnowledgeExposure exposure) =>
        new(CheckSubject.Exposure, exposure.Stops ? CheckOutcome.Fails : exposure.IsThin ? CheckOutcome.Watch : CheckOutcome.Holds, exposure.Stops, ExposureWords.Sentence(exposure), ExposureWords.Lines(exposure));

    private static PlanCheck Capacity(VettingCapacity capacity)
    {
        var outcome = capacity.Standing switch { CapacityStanding.Holds => CheckOutcome.Holds, CapacityStanding.Tight => CheckOutcome.Watch, CapacityStanding.TooFew => CheckOutcome.Fails, _ => CheckOutcome.NoData };
        // Where too few review already and none of them goes, the plan is not what is missing.
        var lines = capacity.Going == 0 && outcome == CheckOutcome.Fails ? [.. capacity.Lines, "No reviewer of the unit is in this plan, so it does not change this."] : capacity.Lines;
        return new(CheckSubject.Capacity, outcome, Stops: outcome == CheckOutcome.Fails && capacity.Going > 0, capacity.Sentence, lines);
    }

    /// <summary>The newest run of the linked scenario.</summary>
    public static async Task<ScenarioRun?> RunAsync(PortalDbContext db, ReallocationPlan plan, CancellationToken cancellationToken) =>
        plan.ScenarioId is { } scenario ? await db.ScenarioRuns.AsNoTracking().Where(r => r.ScenarioId == scenario).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken) : null;

    private static PlanCheck Seats(ReallocationPlan plan, PlanGround ground)
    {
        if (!ground.People.Select(p => p.Id).ToHashSet().SetEquals(plan.Moves.Select(m => m.PersonId)))
            return new(CheckSubject.Seats, CheckOutcome.Fails, Stops: true, "The people of the case are no longer those of the plan. Match again.", []);

        var titles = ground.Roles.ToDictionary(r => r.Id, r => r.Title);
        var taken = plan.Moves.Where(m => m.HasSeat).GroupBy(m => m.RoleId!.Value).OrderBy(g => titles.GetValueOrDefault(g.Key, "~"), StringComparer.Ordinal).ToArray();
        var lines = taken.Select(g => $"{titles.GetValueOrDefault(g.Key, "A role that is no longer published")}: {Say.Count(g.Count())} of {Say.Of(ground.Free(g.Key), "free seat", "free seats")}.").ToArray();
        if (taken.Any(g => g.Count() > ground.Free(g.Key))) return new(CheckSubject.Seats, CheckOutcome.Fails, Stops: true, "Seats of the plan are no longer free. Match again.", lines);
        var without = plan.Moves.Count(m => !m.HasSeat);
        return without == 0
            ? new(CheckSubject.Seats, CheckOutcome.Holds, Stops: false, $"Everybody has a seat: {Say.Of(plan.Moves.Count, "person", "people")}.", lines)
            : new(CheckSubject.Seats, CheckOutcome.Watch, Stops: false, $"{Say.Number(without, capital: true)} of {Say.Of(plan.Moves.Count, "person", "people")} {(without == 1 ? "has" : "have")} no seat.", lines);
    }

    private static PlanCheck Budget(ReallocationPlan plan, ScenarioRun? run)
    {
        var (moves, months) = (plan.Moves.Count(m => m.HasSeat), plan.Moves.Sum(m => m.TrainingMonths));
        if (run is null) return new(CheckSubject.Budget, CheckOutcome.NoData, Stops: false, "No scenario is linked, so there is no budget to hold the plan against.", [$"The plan asks for {PlanMarks.Months(months)} of training for {Say.Of(moves, "person", "people")}."]);
        var policies = run.Report.Outcome.Policies;
        var share = policies.Count == 0 ? 0 : policies.Max(p => p.Policy.ReallocShare);
        var each = (run.Input.Parameters.GetValueOrDefault(Parameter.TrainingMonths) ?? ModelParameters.Of(Parameter.TrainingMonths).Default).Mean;
        var people = run.Displaced * share;
        var budget = people * each;
        string[] lines =
        [
            $"Run {run.Number} of the scenario moves {Figure(people)} people ({Say.Percent(share)} of {Figure(run.Displaced)} displaced) with {Figure(each)} months of training each: {Figure(budget)} months.",
            $"The plan moves {Say.Of(moves, "person", "people")} with {Figure(months)} months of training.",
        ];
        return months <= budget
            ? new(CheckSubject.Budget, CheckOutcome.Holds, Stops: false, $"Training stays within the scenario: {Figure(months)} of {Figure(budget)} months.", lines)
            : new(CheckSubject.Budget, CheckOutcome.Fails, Stops: true, $"Training goes beyond the scenario: {Figure(months)} months, and it has {Figure(budget)}.", lines);
    }

    private static string Figure(double value) => value.ToString("#,0.#", System.Globalization.CultureInfo.InvariantCulture);
}
