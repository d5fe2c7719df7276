using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.CreateScenario;
using GovernancePortal.Web.Features.Scenarios.Reading;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Two questions that Human Resources asked: one where moving people wins, one where the cut does.</summary>
internal static class DemoScenarios
{
    /// <summary>Adds and runs them; the roster is there already. The caller saves.</summary>
    public static async Task WriteAsync(PortalDbContext db, IReadOnlyList<StaffedUnit> units, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await AddAsync(
            db,
            Named(units, DemoPlan.Technology),
            "Technology, after assistants write a third of the code",
            180_000_000,
            new() { [Level.Junior] = 0.4, [Level.Mid] = 0.1 },
            [
                (Parameter.DemandGrowthAnnual, new Distribution.Triangular(0.02, 0.08, 0.15), "The plan for next year adds two services."),
                (Parameter.IncidentCostPerHour, new Distribution.LogNormal(90_000, 0.5), "Finance: takings of an hour of the online shop on an ordinary day."),
                (Parameter.IncidentProbPerChange, new Distribution.Triangular(0.0003, 0.0007, 0.0011), "Severe incidents of the last year against changes that went out."),
                (Parameter.KbFreshnessStart, new Distribution.Fixed(0.45), "Knowledge pages verified in time in Technology."),
                (Parameter.AiWorkflowCount, new Distribution.Fixed(12), "The register of tools and agents."),
                (Parameter.KbArticleCount, new Distribution.Fixed(1200), "The wiki and the runbooks."),
            ],
            now,
            cancellationToken);
        await AddAsync(
            db,
            Named(units, "Corporate"),
            "Corporate, after invoices post themselves",
            180_000_000,
            new() { [Level.Junior] = 0.6, [Level.Mid] = 0.3 },
            [
                (Parameter.DemandGrowthAnnual, new Distribution.Triangular(-0.15, -0.08, -0.02), "Invoices fall as suppliers move to the shared platform."),
                (Parameter.BacklogShare, new Distribution.Triangular(-0.12, -0.06, 0), "Hours booked without work in the last half year."),
                (Parameter.SurplusAbsorption, new Distribution.Triangular(0, 0.1, 0.2), "No further work is waiting."),
                (Parameter.IncidentCostPerHour, new Distribution.LogNormal(900, 0.5), "A wrong posting is put right the next day."),
                (Parameter.ChangesPerWorkUnitMonth, new Distribution.Fixed(1), "Few changes to systems begin here."),
                (Parameter.ReworkShare, new Distribution.Triangular(0.03, 0.06, 0.1), "Corrections of postings in the ledger of accounts."),
                (Parameter.AiWorkflowCount, new Distribution.Fixed(2), "The register of tools and agents."),
                (Parameter.KbArticleCount, new Distribution.Fixed(200), "The manual of postings."),
                (Parameter.TurnoverAnnual, new Distribution.Triangular(0.02, 0.04, 0.06), "Two people of Corporate left in a year."),
            ],
            now,
            cancellationToken);
    }

    private static async Task AddAsync(
        PortalDbContext db, Unit unit, string name, double revenue, Dictionary<Level, double> shares, (Parameter Parameter, Distribution Value, string Reason)[] parameters, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string author = "Head of Human Resources";
        var positions = await RosterPositions.ReadAsync(db, unit, new DisplacedChoice(shares, []), now.UtcDay(), cancellationToken);
        var input = new ScenarioInput { AnnualRevenue = revenue, Currency = "GBP", Staff = positions.Cells };
        var scenario = DemoIncidents.Done(Scenario.Create(new ScenarioHead(name, unit.Id), ScenarioOrigin.Organisation, input, string.Join(' ', positions.Notes), DemoSeeder.Actor, author, now));
        foreach (var (parameter, value, reason) in parameters) DemoIncidents.Done(scenario.Set(parameter, value, reason));
        db.Scenarios.Add(scenario);
        db.Record(DemoSeeder.Actor, "scenario.created", $"scenario:{scenario.Id}", ScenarioPayload.Of(scenario, scenario.Input));

        var run = DemoIncidents.Done(scenario.Keep(ScenarioReport.Of(scenario.Input, MonteCarlo.InteractiveDraws, ScenarioRun.DefaultSeed, cancellationToken: cancellationToken), null, DemoSeeder.Actor, author, now));
        db.ScenarioRuns.Add(run);
        db.Record(DemoSeeder.Actor, "scenario.run", $"scenario:{scenario.Id}", ScenarioRunner.Payload(run));
    }

    private static Unit Named(IReadOnlyList<StaffedUnit> units, string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal)).Unit;
}
