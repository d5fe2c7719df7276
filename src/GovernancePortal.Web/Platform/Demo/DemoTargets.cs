using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Evaluation;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>How one target of the demo came to where it is.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="ProposedDaysAgo">When its head proposed it.</param>
/// <param name="Approved">Whether an executive approved it three days later.</param>
/// <param name="BadDayOffset">Day of the bad week on which the unit's severe incident fell; null when it had none.</param>
/// <param name="FreshNow">Share of fresh pages now.</param>
/// <param name="OpenAgents">Agents that could change production unwatched in the bad week.</param>
/// <param name="CorrectiveAction">What its head states a week ago; null when nobody has.</param>
internal sealed record DemoTarget(string Unit, int ProposedDaysAgo, bool Approved, int? BadDayOffset, double FreshNow, int OpenAgents, string? CorrectiveAction);

/// <summary>Plays the targets of the demo through the same evaluation that runs every night, day by day.</summary>
internal sealed class DemoTargets(TargetEvaluator evaluator)
{
    private const int AcknowledgedDaysAgo = 7;

    private static readonly DemoTarget[] All =
    [
        new(DemoPlan.Checkout, 200, true, 1, .72, 0, "All runbooks for payment and checkout get a second owner and a 90-day review; done for 12 of 43."),
        new("Pricing and promotions", 130, true, 0, .93, 0, null),
        new("Loyalty engineering", 120, true, 5, .78, 1, null),
        new("Store systems", 4, false, null, .94, 0, null),
        new("Customer service", 110, true, null, .95, 0, null),
        new("Marketing content", 90, true, null, .96, 0, null),
    ];

    public static void AddEvidence(PortalDbContext db, IReadOnlyList<StaffedUnit> units, DateOnly today)
    {
        foreach (var plan in All)
        {
            var unit = Named(units, plan.Unit).Unit;
            db.GuardrailReadings.AddRange(DemoEvidence.Guardrails(unit, today, BadDay(plan, today), Math.Max(.93, plan.FreshNow), plan.FreshNow, plan.OpenAgents));
            db.OutcomeReadings.AddRange(DemoEvidence.Outcomes(unit, today));
        }
    }

    public async Task PlayAsync(PortalDbContext db, IReadOnlyList<StaffedUnit> units, DateOnly due, CancellationToken cancellationToken)
    {
        foreach (var plan in All)
        {
            var target = Draft(plan, units, due);
            db.AdoptionTargets.Add(target);
            await PlayAsync(db, plan, target, units, due, cancellationToken);
            if (target.State == TargetState.Paused && db.Waivers.Local.Count == 0) AskWaiver(db, target, Named(units, plan.Unit).Head.Id, due);
        }
    }

    private async Task PlayAsync(
        PortalDbContext db, DemoTarget plan, AdoptionTarget target, IReadOnlyList<StaffedUnit> units, DateOnly due, CancellationToken cancellationToken)
    {
        var (head, executive) = (Named(units, plan.Unit).Head, units[0].People[2]);
        Propose(db, target, head.Id, due.AddDays(-plan.ProposedDaysAgo));
        for (var back = plan.ProposedDaysAgo - 1; back >= 0; back--)
        {
            var day = due.AddDays(-back);
            if (plan.Approved && back == plan.ProposedDaysAgo - 3) Approve(db, target, executive.Id, day);
            if (back == AcknowledgedDaysAgo && plan.CorrectiveAction is { } action) Acknowledge(db, target, head.Id, action, day);
            if (!IsPlayed(day, back, due)) continue;
            Must(await evaluator.StepAsync(db, target, day, DemoSeeder.Actor, At(day, 2), cancellationToken));
        }
    }

    // Every night of the last two weeks and of the bad one, every seventh before: the start of the portal should not wait for the rest.
    private static bool IsPlayed(DateOnly day, int back, DateOnly due) =>
        back <= 14 || back % 7 == 0 || (day >= DemoIncidents.WorstMonday(due) && day < DemoIncidents.WorstMonday(due).AddDays(7));

    private static AdoptionTarget Draft(DemoTarget plan, IReadOnlyList<StaffedUnit> units, DateOnly due)
    {
        var unit = Named(units, plan.Unit);
        var start = due.AddDays(-plan.ProposedDaysAgo);
        var terms = new TargetTerms
        {
            Metric = TargetMetrics.WeeklyActiveShare,
            Scope = unit.Unit.Id,
            BaselineValue = .35,
            TargetValue = .8,
            Direction = Direction.Min,
            StartDate = start,
            DueDate = start.AddDays(300),
            Owner = unit.Head.Id,
            OutcomeMetric = DemoEvidence.Outcome,
            OutcomeBaseline = 6,
            OutcomeDirection = Direction.Max,
        };
        var target = Must(AdoptionTarget.Draft(terms, At(start, 8)));
        Must(target.NameDeputy(unit.People[2].Id));
        foreach (var type in GuardrailCatalogue.Mandatory) Must(target.AddGuardrail(type.ToString(), GuardrailCatalogue.Of(type).Defaults));
        return target;
    }

    private static void Propose(PortalDbContext db, AdoptionTarget target, PersonId by, DateOnly day)
    {
        Must(target.Propose(by, At(day, 9)));
        db.Record(DemoSeeder.Actor, "target.proposed", $"target:{target.Id.Value}", new { by = by.Value, day });
    }

    private static void Approve(PortalDbContext db, AdoptionTarget target, PersonId by, DateOnly day)
    {
        Must(target.Approve(by, At(day, 1)));
        db.Record(DemoSeeder.Actor, "target.approved", $"target:{target.Id.Value}", new { by = by.Value, day });
    }

    private static void Acknowledge(PortalDbContext db, AdoptionTarget target, PersonId by, string action, DateOnly day)
    {
        Must(target.Acknowledge(by, action, At(day, 1)));
        db.Record(DemoSeeder.Actor, "target.acknowledged", $"target:{target.Id.Value}", new { by = by.Value, correctiveAction = action, day });
    }

    // One that waits, so that two roles have something to decide.
    private static void AskWaiver(PortalDbContext db, AdoptionTarget target, PersonId by, DateOnly day)
    {
        var waiver = Must(Waiver.Ask(target, target.Blockers[0].Key, day.AddDays(10), "Until it holds again, a senior engineer reads every AI-assisted change before it ships.", by, At(day, 9)));
        db.Waivers.Add(waiver);
        var payload = new { waiver = waiver.Id.Value, by = by.Value, guardrail = waiver.GuardrailKey, until = waiver.Until, reason = waiver.Reason };
        db.Record(DemoSeeder.Actor, "target.waiver-asked", $"target:{target.Id.Value}", payload);
    }

    private static DateOnly? BadDay(DemoTarget plan, DateOnly today) => plan.BadDayOffset is { } offset ? DemoIncidents.WorstMonday(today).AddDays(offset) : null;

    private static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    private static StaffedUnit Named(IReadOnlyList<StaffedUnit> units, string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal));

    private static T Must<T>(Result<T> result) => result.IsSuccess ? result.Value : throw new InvalidOperationException($"The demo's story does not hold: {result.Error!.Code}");

    private static void Must(Result result)
    {
        if (!result.IsSuccess) throw new InvalidOperationException($"The demo's story does not hold: {result.Error!.Message}");
    }
}
