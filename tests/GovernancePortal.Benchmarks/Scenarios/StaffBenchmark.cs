using GovernancePortal.Benchmarks.Imports;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Scenarios.CreateScenario;
using GovernancePortal.Web.Features.Scenarios.GetScenarioRun;
using GovernancePortal.Web.Features.Scenarios.Reading;
using GovernancePortal.Web.Features.Scenarios.RunScenario;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace GovernancePortal.Benchmarks.Scenarios;

/// <summary>Scenarios of a large organisation: a million rows of staff from a file, and 350,000 people of the roster.</summary>
internal static class StaffBenchmark
{
    private const int Rows = 1_000_000;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var user = await portal.AddTopAsync(RosterFile.Top, Role.HumanResources);
        var (csv, workbook) = (Path.Combine(portal.Folder, "staff.csv"), Path.Combine(portal.Folder, "staff.xlsx"));
        await StaffRows.WriteCsvAsync(csv, Rows);
        await StaffRows.WriteWorkbookAsync(workbook, Rows);
        await portal.SendAsync(user, new ReadScenarioFileQuery("warm-up.csv", new MemoryStream("level,cost,tenure\nmid,1,1\n"u8.ToArray())));
        foreach (var file in new[] { csv, workbook }) await ReadAsync(portal, user, file);

        await RosterBenchmark.FillAsync(portal, user);
        var (root, displaced) = (await RootAsync(portal), new DisplacedChoice(new Dictionary<Level, double> { [Level.Junior] = 0.2, [Level.Mid] = 0.1 }, []));
        await BenchmarkPortal.MeasureAsync("staff: count the positions of 350,000 people", 10, () => portal.SendAsync(user, new CountPositionsQuery(root, displaced)));
        var id = await portal.SendAsync(user, new BuildScenarioCommand("Everybody", root, new ScenarioFrame(36, 1e11, "GBP"), displaced));
        Console.WriteLine("staff: run of 10,000 draws with everything kept: " + await Machine.BothTimesAsync(() => portal.SendAsync(user, new RunScenarioCommand(id))));
        var run = await portal.SendAsync(user, new GetScenarioRunQuery(id));
        Console.WriteLine(Invariant($"staff: {run.Run!.Report.Outcome.Staff.Headcount:#,0} people in {run.Run.Input.Staff.Count:#,0} cells"));
        await BenchmarkPortal.MeasureAsync("staff: read that run", 20, () => portal.SendAsync(user, new GetScenarioRunQuery(id)));
    }

    private static async Task<UnitId> RootAsync(BenchmarkPortal portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        return await db.Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync();
    }

    private static async Task ReadAsync(BenchmarkPortal portal, Guid user, string file)
    {
        ScenarioFile? read = null;
        await using var watch = new MemoryWatch();
        var times = await Machine.BothTimesAsync(async () =>
        {
            await using var content = File.OpenRead(file);
            read = await portal.SendAsync(user, new ReadScenarioFileQuery(Path.GetFileName(file), content));
        });
        Console.WriteLine(Invariant($"staff: {read!.Rows:#,0} rows of {Path.GetExtension(file)}, {new FileInfo(file).Length / 1e6:0} MB, to {read.Input.Staff.Count:#,0} cells: {times}; working set rose by {watch.WorkingSetRise / 1e6:0} MB, managed memory by {watch.ManagedRise / 1e6:0} MB"));
    }
}
