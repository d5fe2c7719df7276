using System.Globalization;
using GovernancePortal.Benchmarks.Imports;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.EvaluateTarget;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static System.FormattableString;

namespace GovernancePortal.Benchmarks.Adoption;

/// <summary>
/// The night's evaluation of 2,000 targets with 11 guardrails each, over 350,000 people in 1,511 units and a year of their use, and of one target on demand.
/// </summary>
internal static class TargetsBenchmark
{
    private const int Targets = 2_000;
    private const int OnDemand = 200;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var user = await portal.AddTopAsync(RosterFile.Top, Role.HumanResources);
        await portal.AddRolesAsync(user, Role.GovernanceOfficer, Role.Executive);
        await RosterBenchmark.FillAsync(portal, user);
        var now = TimeProvider.System.GetUtcNow();
        var days = await TargetData.FillAsync(portal, Targets, DateOnly.FromDateTime(now.UtcDateTime));
        Console.WriteLine(Invariant($"targets: {Targets:#,0} targets, {days:#,0} person-days of use in a year (load {Machine.Load()})"));

        var run = portal.Services.GetRequiredService<EvaluationRun>();
        var steps = 0;
        var night = await Machine.BothTimesAsync(async () => steps = await run.RunAsync(CancellationToken.None));
        Console.WriteLine(Invariant($"targets: nightly evaluation of {steps:#,0} targets: {night}"));
        if (steps != Targets) throw new InvalidOperationException($"{steps} steps instead of {Targets}");
        await TellFindingsAsync(portal);

        await using (var db = await portal.Contexts.CreateDbContextAsync())
        {
            db.EvaluationSignals.Add(new EvaluationSignal("benchmark", now));
            await db.SaveChangesAsync();
        }

        var heeded = await Machine.BothTimesAsync(() => run.RunAsync(CancellationToken.None));
        Console.WriteLine(Invariant($"targets: a look at every live target after an import: {heeded}"));
        await MeasureOnDemandAsync(portal, user);
    }

    /// <summary>Every step of it: the target is found, evaluated and told; its step of the day is taken, so nothing is written.</summary>
    private static async Task MeasureOnDemandAsync(BenchmarkPortal portal, Guid user)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var targets = await db
            .AdoptionTargets.IgnoreAutoIncludes()
            .Join(db.Units, t => t.Scope, u => u.Id, (t, u) => new { t.Id, u.Depth, u.TotalHeadcount })
            .ToListAsync();
        var random = new Random(3);
        var groups = targets.GroupBy(t => t.Depth).OrderBy(g => g.Key);
        var any = targets.OrderBy(_ => random.Next()).Take(OnDemand).Select(t => t.Id).ToArray();
        await MeasureAsync(portal, user, "any target", any);
        foreach (var group in groups)
        {
            var some = group.OrderBy(_ => random.Next()).Take(OnDemand / 10).ToArray();
            await MeasureAsync(portal, user, Invariant($"units of about {some.Average(t => t.TotalHeadcount):#,0} people"), [.. some.Select(t => t.Id)]);
        }
    }

    private static async Task MeasureAsync(BenchmarkPortal portal, Guid user, string what, AdoptionTargetId[] targets)
    {
        await portal.SendAsync(user, new EvaluateTargetCommand(targets[0]));
        var times = new List<double>();
        foreach (var id in targets) times.Add((await Machine.TimeAsync(() => portal.SendAsync(user, new EvaluateTargetCommand(id)))).TotalMilliseconds);
        times.Sort();
        Console.WriteLine(
            Invariant($"targets: on demand, {what}: p50 {Milliseconds(times[times.Count / 2])}, p95 {Milliseconds(times[(int)(times.Count * 0.95)])}, most {Milliseconds(times[^1])} ({times.Count} runs, load {Machine.Load()})"));
    }

    // That most guardrails found a value shows that the run did not hurry past the work.
    private static async Task TellFindingsAsync(BenchmarkPortal portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var newest = await db.Evaluations.MaxAsync(e => e.Date);
        var records = await db.Evaluations.AsNoTracking().Where(e => e.Date == newest).ToListAsync();
        var findings = records.SelectMany(r => r.Findings).ToList();
        var states = await db.AdoptionTargets.IgnoreAutoIncludes().GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync();
        Console.WriteLine(Invariant($"targets: {string.Join(", ", states.Select(s => $"{s.Count:#,0} {s.Key.ToString().ToLowerInvariant()}"))}"));
        Console.WriteLine(
            Invariant($"targets: {findings.Count:#,0} guardrails of {findings.Select(f => f.Type).Distinct().Count()} types judged, {findings.Count(f => f.Value is not null):#,0} with a value; use known of {records.Count(r => r.Metric is not null):#,0} targets"));
    }

    private static string Milliseconds(double time) => time.ToString("0 ms", CultureInfo.InvariantCulture);
}
