using System.Globalization;
using GovernancePortal.Benchmarks.Imports;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.NewImport;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.GetLiteracy;
using GovernancePortal.Web.Features.Literacy.ListMissing;
using GovernancePortal.Web.Features.Literacy.LogSession;
using GovernancePortal.Web.Platform.Lists;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Benchmarks.Literacy;

/// <summary>Training of a large organisation: 350,000 people, 5 million completions, 40 requirements.</summary>
internal static class LiteracyBenchmark
{
    private const int Completions = 5_000_000;
    private const int Imported = 1_000_000;
    private const int SessionSize = 500;
    private const int WarmUp = 5;
    private const int Runs = 50;

    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var user = await portal.AddTopAsync(RosterFile.Top, Role.HumanResources);
        await portal.AddRolesAsync(user, Role.Executive, Role.TeamLead, Role.GovernanceOfficer);
        await RosterBenchmark.FillAsync(portal, user);
        var courses = await TrainingData.AddCoursesAsync(portal, Today);
        await TrainingData.AddCompletionsAsync(portal, courses, Completions, Today);

        var rebuild = await Machine.TimeAsync(() => RebuildAsync(portal));
        Console.WriteLine($"literacy: standing of everybody from {Completions:N0} completions: {Machine.Seconds(rebuild)} (once; load {Machine.Load()})");

        var (division, team) = await UnitsAsync(portal);
        await MeasureAsync("literacy: coverage of the whole organisation by unit", new GetLiteracyQuery());
        await MeasureAsync("literacy: coverage of a division of 35,000", new GetLiteracyQuery(division));
        await MeasureAsync("literacy: missing list of a team of 250", new ListMissingQuery(team, new Paging(1, Paging.DefaultSize)));
        await MeasureAsync("literacy: missing list of the whole organisation, first page", new ListMissingQuery(null, new Paging(1, Paging.DefaultSize)));

        await Machine.BestOfAsync(5, $"literacy: logging {SessionSize} people", () => LogAsync(portal, user, courses[0]), Machine.Seconds);
        await Machine.BestOfAsync(1, $"literacy: import of {Imported:N0} completions", () => ImportAsync(portal, user, courses), Machine.Seconds);

        async Task MeasureAsync<T>(string what, IRequest<Result<T>> request)
        {
            for (var i = 0; i < WarmUp; i++) await portal.SendAsync(user, request);
            var times = new double[Runs];
            for (var i = 0; i < Runs; i++) times[i] = (await Machine.TimeAsync(() => portal.SendAsync(user, request))).TotalMilliseconds;
            Array.Sort(times);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: p50 {times[Runs / 2]:0.0} ms, p95 {times[Runs * 95 / 100]:0.0} ms ({Runs} runs; load {Machine.Load()})"));
        }
    }

    private static async Task RebuildAsync(BenchmarkPortal portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var calculated = await CoverageProjection.RefreshAsync(db, CoveragePeople.Everybody, Today, CancellationToken.None);
        await CoverageSnapshots.WriteAsync(db, calculated, Today, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private static async Task<(UnitId Division, UnitId Team)> UnitsAsync(BenchmarkPortal portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        return (await AtDepthAsync(db.Units, 1), await AtDepthAsync(db.Units, 3));
    }

    private static Task<UnitId> AtDepthAsync(IQueryable<Unit> units, int depth) => units.Where(u => u.Depth == depth).OrderByDescending(u => u.Left).Select(u => u.Id).FirstAsync();

    private static int _sessions;

    private static async Task<TimeSpan> LogAsync(BenchmarkPortal portal, Guid user, Course course)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var people = await db.People.OrderBy(p => p.EmployeeNumber).Skip(SessionSize * _sessions++).Take(SessionSize).Select(p => p.Id).ToListAsync();
        return await Machine.TimeAsync(() => portal.SendAsync(user, new LogSessionCommand(course.Id, course.CurrentVersion, Today, CompletionResult.Passed, people)));
    }

    private static async Task<TimeSpan> ImportAsync(BenchmarkPortal portal, Guid user, IReadOnlyList<Course> courses)
    {
        var path = Path.Combine(portal.Folder, "completions.csv");
        TrainingData.WriteFile(path, courses, Imported, RosterBenchmark.People, Today);
        await using var content = File.OpenRead(path);
        var upload = (await portal.SendAsync(user, new UploadImportCommand(ImportKind.Completions, "completions.csv", content))).UploadId;
        return await Machine.TimeAsync(async () =>
        {
            var accepted = (await portal.SendAsync(user, new CommitImportCommand(upload, Mapping: null, new ImportChoices()))).Counts.Accepted;
            if (accepted != Imported) throw new InvalidOperationException($"{accepted} rows instead of {Imported}");
        });
    }
}
