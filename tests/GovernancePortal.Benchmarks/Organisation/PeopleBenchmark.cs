using System.Globalization;
using GovernancePortal.Benchmarks.Imports;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Organisation.ListPeople;
using GovernancePortal.Web.Features.Organisation.ListUnits;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Benchmarks.Organisation;

/// <summary>The people list and the unit tree of a large organisation, each request through the whole pipeline.</summary>
internal static class PeopleBenchmark
{
    private const int WarmUp = 20;
    private const int Runs = 200;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var user = await portal.AddTopAsync(RosterFile.Top, Role.HumanResources);
        await RosterBenchmark.FillAsync(portal, user);
        var (root, division, team) = await UnitsAsync(portal);

        var all = new PeopleFilter();
        const int last = RosterBenchmark.People / Paging.DefaultSize;
        await PeopleAsync("first page", all);
        await PeopleAsync("page 5,000", all, page: 5_000);
        await PeopleAsync("last page", all, page: last);
        await PeopleAsync("search, a last name", new PeopleFilter(Search: "Lindholm"));
        await PeopleAsync("search, two letters", new PeopleFilter(Search: "Li"));
        await PeopleAsync("search, an employee number", new PeopleFilter(Search: "E0123456"));
        await PeopleAsync("a division of 35,000", new PeopleFilter(UnitId: division));
        await PeopleAsync("a team of 250", new PeopleFilter(UnitId: team));
        await PeopleAsync("by unit, first page", all, PeopleOrder.Unit);
        await PeopleAsync("by unit, page 5,000", all, PeopleOrder.Unit, page: 5_000);
        await PeopleAsync("by number, last page", all, PeopleOrder.Number, page: last);
        await PeopleAsync("one level", new PeopleFilter(Level: Level.Principal));
        await PeopleAsync("contractors", new PeopleFilter(IsContractor: true));
        await MeasureAsync("units: the top", new ListUnitsQuery(ParentId: null, new Paging(1, Paging.DefaultSize)));
        await MeasureAsync("units: below the top", new ListUnitsQuery(root, new Paging(1, Paging.MaxSize)));
        await MeasureAsync("units: below a division", new ListUnitsQuery(division, new Paging(1, Paging.MaxSize)));

        Task PeopleAsync(string what, PeopleFilter filter, PeopleOrder order = PeopleOrder.Name, int page = 1) =>
            MeasureAsync("people: " + what, new ListPeopleQuery(filter, order, Descending: false, new Paging(page, Paging.DefaultSize)));

        async Task MeasureAsync<T>(string what, IRequest<Result<T>> request)
        {
            for (var i = 0; i < WarmUp; i++) await portal.SendAsync(user, request);
            var times = new double[Runs];
            for (var i = 0; i < Runs; i++) times[i] = (await Machine.TimeAsync(() => portal.SendAsync(user, request))).TotalMilliseconds;
            Array.Sort(times);
            Console.WriteLine($"{what}: p50 {Milliseconds(times[Runs / 2])}, p95 {Milliseconds(times[Runs * 95 / 100])} ({Runs} runs; load {Machine.Load()})");
        }
    }

    private static async Task<(UnitId Root, UnitId Division, UnitId Team)> UnitsAsync(BenchmarkPortal portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        return (await AtDepthAsync(db.Units, 0), await AtDepthAsync(db.Units, 1), await AtDepthAsync(db.Units, 3));
    }

    private static Task<UnitId> AtDepthAsync(IQueryable<Unit> units, int depth) =>
        units.Where(u => u.Depth == depth).OrderByDescending(u => u.Left).Select(u => u.Id).FirstAsync();

    private static string Milliseconds(double time) => time.ToString("0.0 ms", CultureInfo.InvariantCulture);
}
