using System.Globalization;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.NewImport;
using static System.FormattableString;

namespace GovernancePortal.Benchmarks.Imports;

/// <summary>
/// Use of 28 days by 350,000 people, written to a portal that knows them all: a report of last activity with one row a person, and a table with one row a
/// person and day of use, each person having been active on eight days.
/// </summary>
internal static class UsageBenchmark
{
    private const int ActiveDays = 8;
    private static readonly DateOnly LastDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var user = await portal.AddTopAsync(RosterFile.Top, Role.HumanResources);
        await portal.AddRolesAsync(user, Role.GovernanceOfficer);
        await RosterBenchmark.FillAsync(portal, user);

        await MeasureAsync(portal, user, ImportKind.Microsoft365Usage, "usage: Microsoft 365 report, 28 days, 350,000 people", WriteReport);
        await MeasureAsync(portal, user, ImportKind.PlainUsage, "usage: table, 28 days, 350,000 people on eight days each", WriteTable);
        await MeasureAsync(portal, user, ImportKind.PlainUsage, "usage: the same table again", WriteTable);
    }

    private static async Task MeasureAsync(BenchmarkPortal portal, Guid user, ImportKind kind, string what, Action<StreamWriter> write)
    {
        var path = Path.Combine(portal.Folder, "usage.csv");
        await using (var writer = new StreamWriter(path)) write(writer);
        await using var content = File.OpenRead(path);
        var upload = await portal.SendAsync(user, new UploadImportCommand(kind, "usage.csv", content));
        var counts = default(ImportCounts);
        var time = await Machine.TimeAsync(async () => counts = (await portal.SendAsync(user, new CommitImportCommand(upload.UploadId, Mapping: null, new ImportChoices()))).Counts);
        Console.WriteLine(Invariant($"{what}: {Machine.Seconds(time)}, {counts.Accepted:#,0} days written, {counts.Unchanged:#,0} unchanged, {content.Length / 1024 / 1024} MB (load {Machine.Load()})"));
    }

    private static void WriteReport(StreamWriter writer)
    {
        writer.WriteLine("Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Microsoft Teams Copilot Last Activity Date,Word Copilot Last Activity Date");
        for (var i = 1; i <= RosterBenchmark.People; i++) writer.WriteLine(Invariant($"{Day(0)},person.{i}@larkfield.example,Person {i},{Day(i % 28)},{Day(i % 28)},{Day((i + 3) % 28)}"));
    }

    private static void WriteTable(StreamWriter writer)
    {
        writer.WriteLine("person,tool,day,active");
        for (var day = 0; day < 28; day++)
        {
            for (var i = 1; i <= RosterBenchmark.People; i++)
            {
                if ((day + i) % 28 < ActiveDays) writer.WriteLine(Invariant($"E{i:0000000},github copilot,{Day(day)},yes"));
            }
        }
    }

    private static string Day(int before) => LastDay.AddDays(-before).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
