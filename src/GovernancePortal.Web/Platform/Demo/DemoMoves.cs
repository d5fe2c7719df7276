using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Features.Reallocation.Solving;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Two plans of moving people: engineers of Checkout, where offers are out, and service agents, where an executive has to decide.</summary>
internal static class DemoMoves
{
    private const string Author = "Head of Human Resources";
    private const string Executive = "Chief Operating Officer";

    /// <summary>Adds them; the roster is there already.</summary>
    public static async Task WriteAsync(PortalDbContext db, IReadOnlyList<StaffedUnit> units, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (checkout, service) = (Named(units, DemoPlan.Checkout), Named(units, "Customer service"));
        var roles = Roles(now);
        db.RoleProfiles.AddRange(roles);
        AddSeats(db, roles, checkout, service, now.UtcDay());
        AddWishes(db, roles, checkout, service, now.UtcDay());
        await db.SaveChangesAsync(cancellationToken);

        var cases = await db.DisplacementCases.Include(c => c.Positions).ToListAsync(cancellationToken);
        var published = await MakeAsync(db, cases.First(c => c.State == CaseState.Published), "Checkout engineering into new work", now.AddDays(-6), cancellationToken);
        var executive = await db.Users.Where(u => u.DisplayName == Executive).Select(u => u.Id).SingleAsync(cancellationToken);
        DemoIncidents.Done(published.Approve($"user:{executive}", Executive, PlanStamp.Read(published.StampJson!), PlanForecast.Of([.. published.Moves.Where(m => m.HasSeat)], null, ""), now.AddDays(-5)));
        DemoIncidents.Done(published.Publish(now.AddDays(-4)));
        Follow(published, checkout.People[1].Id, now);
        db.Record(DemoSeeder.Actor, "plan.published", PlanAccess.Subject(published.Id), new { people = published.Moves.Count, seats = published.Moves.Count(m => m.HasSeat) });
        await db.SaveChangesAsync(cancellationToken);
        await MakeAsync(db, cases.First(c => c.State == CaseState.Draft), "Customer service into new work", now.AddDays(-2), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static RoleProfile[] Roles(DateTimeOffset now)
    {
        RoleTerms[] terms =
        [
            new("AI change vetter", WorkKind.AiChangeVetter, Level.Mid) { Skills = [new("code review", 4, 2), new("test automation", 3)], Knowledge = Areas("checkout-api", "payments-core", "promo-engine"), PayProtectedMonths = 12 },
            new("Guardrail engineer", WorkKind.GuardrailEngineer, Level.Senior) { Skills = [new("C#", 4, 2), new("incident response", 3)], Knowledge = Areas("checkout-api", "checkout-web"), PayProtectedMonths = 12 },
            new("Knowledge steward", WorkKind.KnowledgeSteward, Level.Mid) { Skills = [new("copywriting", 3), new("planning", 3)], Knowledge = Areas("store-till", "checkout-web"), PayProtectedMonths = 12 },
            new("AI workflow tester", WorkKind.AiWorkflowTester, Level.Junior) { Skills = [new("test automation", 3, 2), new("data analysis", 2)], PayProtectedMonths = 12 },
            new("AI trainer", WorkKind.AiTrainer, Level.Mid) { Skills = [new("planning", 3), new("copywriting", 2)], PayProtectedMonths = 12 },
        ];
        var roles = terms.Select(t => RoleProfile.Draft(t, now.AddDays(-60)).Value).ToArray();
        foreach (var role in roles) DemoIncidents.Done(role.Publish());
        return roles;
    }

    private static Dictionary<string, double> Areas(params string[] systems) => systems.ToDictionary(s => s, _ => 1.0, StringComparer.Ordinal);

    private static void AddSeats(PortalDbContext db, RoleProfile[] roles, StaffedUnit checkout, StaffedUnit service, DateOnly today)
    {
        (int Role, StaffedUnit Unit, int Seats, string Argument)[] seats =
        [
            (0, checkout, 3, "Reviewers sign off 41 AI-assisted changes a week and have hours for 28."),
            (1, checkout, 2, "Two agents with access to production have no guardrail that holds."),
            (2, checkout, 2, "Eleven pages that people act on in production are overdue."),
            (3, checkout, 2, "Four workflows went live this quarter without a test of their own."),
            (2, service, 3, "The answers that agents give rest on 60 pages; 22 are overdue."),
            (3, service, 2, "Two answering agents go live next quarter."),
            (4, service, 2, "Coverage of training is 82% and has to reach 90%."),
        ];
        foreach (var (role, unit, count, argument) in seats)
        {
            var asked = new RoleSeats(roles[role].Id, unit.Unit.Id);
            DemoIncidents.Done(asked.Ask(count, argument, today.AddDays(-50), DemoSeeder.Actor));
            DemoIncidents.Done(asked.Approve(count, DemoSeeder.Actor, new DateTimeOffset(today.AddDays(-48).ToDateTime(default), TimeSpan.Zero)));
            db.RoleSeats.Add(asked);
        }
    }

    private static void AddWishes(PortalDbContext db, RoleProfile[] roles, StaffedUnit checkout, StaffedUnit service, DateOnly today)
    {
        // The one whom the demo's employee plays knows what they want.
        db.RolePreferences.Add(new RolePreference(checkout.People[1].Id, roles[0].Id, 1, today.AddDays(-35)));
        db.RolePreferences.Add(new RolePreference(checkout.People[1].Id, roles[1].Id, 2, today.AddDays(-35)));
        db.RolePreferences.Add(new RolePreference(checkout.People[3].Id, roles[3].Id, 1, today.AddDays(-34)));
        db.RolePreferences.Add(new RolePreference(checkout.People[5].Id, roles[2].Id, null, today.AddDays(-34)));
        db.RolePreferences.Add(new RolePreference(service.People[2].Id, roles[4].Id, 1, today.AddDays(-1)));
    }

    private static async Task<ReallocationPlan> MakeAsync(PortalDbContext db, DisplacementCase from, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = ReallocationPlan.Create(from.Id, from.UnitId, null, name, DemoSeeder.Actor, Author, now).Value;
        var ground = await PlanGroundReader.ReadAsync(db, plan.Id, from.Id, cancellationToken);
        DemoIncidents.Done(plan.Propose(new PlanMatcher(ground, []).Propose(new FlowSolver(), cancellationToken), ground.FreeByRole, now));
        var checks = await PlanChecker.CheckAsync(db, plan, ground, now.UtcDay(), cancellationToken);
        DemoIncidents.Done(plan.Check(checks, ground.Stamp(plan, checks), Author, now));
        db.ReallocationPlans.Add(plan);
        db.Record(DemoSeeder.Actor, "plan.created", PlanAccess.Subject(plan.Id), new { people = plan.Moves.Count, seats = plan.Moves.Count(m => m.HasSeat) });
        return plan;
    }

    /// <summary>Everybody was asked, and some have answered. The demo's employee has not yet.</summary>
    private static void Follow(ReallocationPlan plan, PersonId employee, DateTimeOffset now)
    {
        var asked = plan.Moves.Where(m => m.HasSeat).OrderBy(m => m.TrainingMonths).ThenBy(m => m.PersonId.Value).ToArray();
        foreach (var move in asked) DemoIncidents.Done(move.Offer(plan, now.UtcDay().AddDays(11), Author, now.AddDays(-3)));
        var others = asked.Where(m => m.PersonId != employee).ToArray();
        for (var i = 0; i < others.Length; i++)
        {
            var (answer, words) = i switch { 2 => (OfferAnswer.AskChange, "Four days a week would make it possible."), 3 => (OfferAnswer.Decline, "I would rather stay close to customers."), _ => (OfferAnswer.Accept, "") };
            if (i < 4) DemoIncidents.Done(others[i].Answer(plan, answer, words, now.AddDays(-2)));
            if (i == 0) DemoIncidents.Done(others[i].BeginTraining(plan, now.UtcDay().AddDays(-1)));
        }
    }

    private static StaffedUnit Named(IReadOnlyList<StaffedUnit> units, string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal));
}
