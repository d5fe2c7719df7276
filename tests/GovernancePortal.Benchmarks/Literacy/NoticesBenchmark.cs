using GovernancePortal.Benchmarks.Imports;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Features.Notices.Making;
using GovernancePortal.Web.Features.Overview.GetFrame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Benchmarks.Literacy;

/// <summary>The daily run of notices over 350,000 people and 5 million completions, with a lead for every unit and mail switched on: the first, which tells a great deal, and the next, which tells little.</summary>
internal static class NoticesBenchmark
{
    private const int Completions = 5_000_000;

    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync(
            new(StringComparer.Ordinal) { ["Mail:PickupFolder"] = "mail", ["Mail:From"] = "portal@example.org", ["Mail:PublicAddress"] = "https://portal.example.org/" });
        var user = await portal.AddTopAsync(RosterFile.Top, Role.HumanResources);
        await RosterBenchmark.FillAsync(portal, user);
        var courses = await TrainingData.AddCoursesAsync(portal, Today);
        await TrainingData.AddCompletionsAsync(portal, courses, Completions, Today);
        await AddLeadsAsync(portal);

        await MeasureAsync("first run", Today);
        await MeasureAsync("next day", Today.AddDays(1));
        await portal.SendAsync(user, new GetFrameQuery());
        var count = await Machine.TimeAsync(() => portal.SendAsync(user, new GetFrameQuery()));
        Console.WriteLine($"notices: what the top bar reads: {count.TotalMilliseconds:0.0} ms");

        async Task MeasureAsync(string what, DateOnly day)
        {
            await using var db = await portal.Contexts.CreateDbContextAsync();
            var before = await db.Notices.CountAsync();
            await using var memory = new MemoryWatch();
            var time = await Machine.TimeAsync(() => portal.Services.GetRequiredService<NoticeMaker>().MakeAsync(db, day, withDigest: true, CancellationToken.None));
            var made = await db.Notices.CountAsync() - before;
            var mails = await db.NoticeMails.CountAsync();
            Console.WriteLine($"notices: {what} of {RosterBenchmark.People:N0} people: {Machine.Seconds(time)}, {made:N0} notices made, {mails:N0} mails wait, memory +{memory.WorkingSetRise / 1_000_000} MB (load {Machine.Load()})");
        }
    }

    private static async Task AddLeadsAsync(BenchmarkPortal portal)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var units = await db.Units.Select(u => u.Id).ToListAsync();
        foreach (var (i, unit) in units.Index())
        {
            var lead = new Data.Access.PortalUser { UserName = $"lead{i}", NormalizedUserName = $"LEAD{i}", DisplayName = "Lead", SecurityStamp = "x" };
            db.Users.Add(lead);
            db.RoleAssignments.Add(new RoleAssignment(lead.Id, Role.TeamLead, unit, TimeProvider.System.GetUtcNow()));
        }

        await db.SaveChangesAsync();
    }
}
