using System.Globalization;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Imports.Engine;
using GovernancePortal.Web.Features.Imports.NewImport;
using Microsoft.EntityFrameworkCore;
using static System.FormattableString;

namespace GovernancePortal.Benchmarks.Imports;

/// <summary>
/// Use of 28 days by 350,000 people, written to a portal that knows them all: a report of last activity with one row a person, and tables with one row a
/// person and day, each person having been active on eight days or on nearly all 28. The last is imported again, corrected, and on top of a year of use.
/// </summary>
internal static class UsageBenchmark
{
    private const int ActiveDays = 8;
    private const string Tool = "github copilot";
    private static readonly DateOnly LastDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var user = await portal.AddTopAsync(RosterFile.Top, Role.HumanResources);
        await portal.AddRolesAsync(user, Role.GovernanceOfficer);
        await RosterBenchmark.FillAsync(portal, user);

        await MeasureAsync(portal, user, ImportKind.Microsoft365Usage, "usage: Microsoft 365 report, 28 days, 350,000 people", WriteReport);
        await MeasureAsync(portal, user, ImportKind.PlainUsage, "usage: table, 28 days, 350,000 people on eight days each", w => WriteTable(w, "assistant", (day, i) => (day + i) % 28 < ActiveDays));
        await MeasureAsync(portal, user, ImportKind.PlainUsage, "usage: table, 28 days, 350,000 people on nearly all of them", w => WriteTable(w, Tool, Nearly));
        await MeasureAsync(portal, user, ImportKind.PlainUsage, "usage: the same table again", w => WriteTable(w, Tool, Nearly));
        await MeasureAsync(portal, user, ImportKind.PlainUsage, "usage: the same with the last day added for everybody", w => WriteTable(w, Tool, (day, i) => day == 0 || Nearly(day, i)));
        await FillYearAsync(portal);
        await MeasureAsync(portal, user, ImportKind.PlainUsage, "usage: the same table of another tool, in a portal with a year of use", w => WriteTable(w, "other", Nearly));
    }

    // A year before the file, in which everybody used the tool on every second day.
    private static async Task FillYearAsync(BenchmarkPortal portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        for (var month = 1; month <= 12; month++)
        {
            var number = MonthBits.MonthOf(LastDay) - 1 - month;
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO UsageMonths (Tool, Login, Month, PersonId, UsedDays, ReportedDays) SELECT {UsageTools.Copilot}, LOWER(EmployeeNumber), {number}, Id, 178956970, 268435455 FROM People
                """);
        }
    }

    // Everybody is away on three days of the four weeks.
    private static bool Nearly(int day, int person) => (day + person) % 9 != 0;

    private static async Task MeasureAsync(BenchmarkPortal portal, Guid user, ImportKind kind, string what, Action<StreamWriter> write)
    {
        var path = Path.Combine(portal.Folder, "usage.csv");
        await using (var writer = new StreamWriter(path)) write(writer);
        await using var content = File.OpenRead(path);
        var upload = default(UploadedImport)!;
        var sent = await Machine.TimeAsync(async () => upload = await portal.SendAsync(user, new UploadImportCommand(kind, "usage.csv", content)));
        var counts = default(ImportCounts);
        var time = await Machine.BothTimesAsync(async () => counts = (await portal.SendAsync(user, new CommitImportCommand(upload.UploadId, Mapping: null, new ImportChoices()))).Counts);
        Console.WriteLine(Invariant($"{what}: {time}, {counts.Accepted:#,0} days written, {counts.Unchanged:#,0} unchanged, {content.Length / 1024 / 1024} MB taken in {Machine.Seconds(sent)} before"));
    }

    private static void WriteReport(StreamWriter writer)
    {
        writer.WriteLine("Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Microsoft Teams Copilot Last Activity Date,Word Copilot Last Activity Date");
        for (var i = 1; i <= RosterBenchmark.People; i++) writer.WriteLine(Invariant($"{Day(0)},person.{i}@larkfield.example,Person {i},{Day(i % 28)},{Day(i % 28)},{Day((i + 3) % 28)}"));
    }

    private static void WriteTable(StreamWriter writer, string tool, Func<int, int, bool> isActive)
    {
        writer.WriteLine("person,tool,day,active");
        for (var day = 0; day < 28; day++)
        {
            var end = Invariant($",{tool},{Day(day)},yes");
            for (var i = 1; i <= RosterBenchmark.People; i++)
            {
                if (isActive(day, i)) writer.WriteLine(Invariant($"E{i:0000000}{end}"));
            }
        }
    }

    private static string Day(int before) => LastDay.AddDays(-before).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
