using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Features.Scenarios.SetParameters;
using GovernancePortal.Web.Tests.Platform;

namespace GovernancePortal.Web.Tests.Scenarios;

/// <summary>What the portal knows stands in for placeholders, and where it knows too little it says so.</summary>
public sealed class OwnDataTests : IAsyncLifetime
{
    private TestPortal _portal = null!;
    private ScenarioDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await TestPortal.StartAsync();
        _desk = await ScenarioDesk.OpenAsync(_portal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_empty_portal_says_of_each_parameter_what_is_missing()
    {
        var figures = await MeasureAsync();

        figures.Select(f => f.Parameter).ShouldBe(
        [
            Parameter.IncidentHoursMean, Parameter.IncidentHoursSigma, Parameter.IncidentProbPerChange, Parameter.KbFreshnessStart, Parameter.KbArticleCount, Parameter.AdoptionStart, Parameter.TurnoverAnnual,
            Parameter.AiWorkflowCount,
        ]);
        figures.ShouldAllBe(f => f.Value == null && f.Words.Length > 10);
    }

    [Fact]
    public async Task Severe_incidents_of_the_unit_within_the_year_give_hours_and_their_spread()
    {
        double[] hours = [1, 2, 4, 8, 5];
        await _portal.InDb(db =>
        {
            foreach (var (index, length) in hours.Index()) db.Incidents.Add(Incident(index, _portal.Payments, length, severity: 2, daysAgo: 30 + index));
            db.Incidents.Add(Incident(90, _portal.Logistics, 500, severity: 1, daysAgo: 10));
            db.Incidents.Add(Incident(91, _portal.Checkout, 500, severity: 3, daysAgo: 10));
            db.Incidents.Add(Incident(92, _portal.Checkout, 500, severity: 1, daysAgo: 400));
            foreach (var added in db.ChangeTracker.Entries<Incident>().Select(e => e.Entity).ToList()) db.Record("system", "incident.reported", $"incident:{added.Id}", new { });
            return db.SaveChangesAsync();
        });

        var figures = await MeasureAsync();

        figures[0].Value.ShouldBe(new Distribution.Fixed(4));
        figures[0].Words.ShouldBe("5 severe incidents that ended began between 23 Nov 2025 and 23 Nov 2026, of the unit and everything below it.");
        var mean = hours.Average(Math.Log);
        figures[1].Value!.Mean.ShouldBe(Math.Sqrt(hours.Sum(h => Math.Pow(Math.Log(h) - mean, 2)) / 4), 0.001);
        figures[2].Value.ShouldBeNull();
    }

    [Fact]
    public async Task Those_who_left_within_the_year_give_turnover_with_the_range_of_so_few()
    {
        var today = new DateOnly(2026, 11, 23);
        await _portal.InDb(db =>
        {
            for (var i = 0; i < 100; i++)
            {
                var person = new Person(PersonId.New(), $"T-{i}", $"Person {i}", _portal.Checkout.Id);
                person.SetEmployment(today.AddYears(-3), i < 9 ? today.AddDays(-20 * (i + 1)) : null, 50_000);
                db.People.Add(person);
            }

            return db.SaveChangesAsync();
        });

        var turnover = (await MeasureAsync()).Single(f => f.Parameter == Parameter.TurnoverAnnual);

        var spread = turnover.Value.ShouldBeOfType<Distribution.Triangular>();
        spread.Mode.ShouldBe(9 / 95.5, 0.0001);
        spread.Min.ShouldBe((9 - (1.28 * 3)) / 95.5, 0.0001);
        spread.Mean.ShouldBe(spread.Mode, 0.0001);
        turnover.Words.ShouldStartWith("9 employees left between 23 Nov 2025 and 23 Nov 2026, of 96 on average");
        // What is offered can be taken over as it is.
        var id = await _desk.CreateAsync(name: "Other");
        foreach (var (version, figure) in (await _portal.SendAs(_desk.User, new MeasureParametersQuery(id))).Value.Where(f => f.Value is not null).Index())
            (await _portal.SendAs(_desk.User, new SetParameterCommand(id, version, ModelParameters.Of(figure.Parameter).Key, figure.Value, figure.Words))).Error.ShouldBeNull();
    }

    private async Task<IReadOnlyList<OwnFigure>> MeasureAsync() => (await _portal.SendAs(_desk.User, new MeasureParametersQuery(await _desk.CreateAsync()))).Value;

    private Incident Incident(int number, Unit unit, double hours, int severity, int daysAgo)
    {
        var start = _portal.Clock.GetUtcNow().AddDays(-daysAgo);
        return Domain.Incidents.Incident.Report($"INC-{number:0000}", new IncidentFacts("Something stopped", severity, unit.Id, start, start, start.AddHours(hours)), null, start.AddHours(hours)).Value;
    }
}
