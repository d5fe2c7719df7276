using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Incidents.ListIncidents;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Benchmarks.Incidents;

/// <summary>The list of 100,000 incidents, each request through the whole pipeline.</summary>
internal static class IncidentsBenchmark
{
    private const int Incidents = 100_000;
    private const int Units = 200;
    private const int Runs = 100;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var user = await portal.AddTopAsync("Larkfield", Role.GovernanceOfficer);
        var unit = await FillAsync(portal);

        var all = new IncidentFilter();
        await ListAsync("first page", all);
        await ListAsync("page 2,000", all, page: 2_000);
        await ListAsync("last page", all, page: Incidents / Paging.DefaultSize);
        await ListAsync("severity 1", all with { Severity = 1 });
        await ListAsync("AI-related", all with { Ai = IncidentAi.Related });
        await ListAsync("a person acted on AI advice", all with { Ai = IncidentAi.Advice });
        await ListAsync("open", all with { State = IncidentState.Open });
        await ListAsync("one unit", all with { UnitId = unit });
        await ListAsync("search, a word", all with { Search = "checkout" });
        await ListAsync("by severity, last page", all, page: Incidents / Paging.DefaultSize, order: IncidentOrder.Severity);

        Task ListAsync(string what, IncidentFilter filter, int page = 1, IncidentOrder order = IncidentOrder.Started) =>
            BenchmarkPortal.MeasureAsync("incidents: " + what, Runs, () => portal.SendAsync(user, new ListIncidentsQuery(filter, order, Descending: true, new Paging(page, Paging.DefaultSize))));
    }

    private static async Task<UnitId> FillAsync(BenchmarkPortal portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var root = await db.Units.SingleAsync();
        var units = Enumerable.Range(0, Units).Select(i => new Unit(UnitId.New(), root.Id, $"Unit {i}", $"{root.Path}{Unit.PathSeparator}Unit {i}")).ToArray();
        db.Units.AddRange(units);
        UnitTree.Number([root, .. units], new Dictionary<UnitId, int>());
        await db.SaveChangesAsync();

        var (now, by) = (TimeProvider.System.GetUtcNow(), PersonId.New());
        string[] services = ["checkout", "search", "billing", "stock", "delivery"];
        await portal.AddAsync(Enumerable.Range(1, Incidents).Select(i =>
        {
            var start = now.AddMinutes(-i * 15d);
            var facts = new IncidentFacts($"Outage of {services[i % 5]} {i}", 1 + (i % 4), units[i % Units].Id, start, start.AddMinutes(3), start.AddMinutes(10 + (i % 90)), services[i % 5]);
            var incident = Incident.Report(Incident.NumberAfter(i - 1), facts, by: null, now).Value;
            if (i % 3 != 0) _ = incident.Attribute(new Cause((AiInvolvement)(1 + (i % 5)), ButFor.Unanswered, "", ContributingFactors.MissingReview, "As written by the benchmark."), "", by, now);
            return incident;
        }));
        return units[7].Id;
    }
}
