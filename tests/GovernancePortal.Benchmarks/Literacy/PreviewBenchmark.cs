using System.Globalization;
using GovernancePortal.Benchmarks.Imports;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Literacy.PreviewAudience;
using GovernancePortal.Web.Features.Literacy.Rules;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Benchmarks.Literacy;

/// <summary>The rule editor's count while somebody types: 350,000 people, of whom most have taken each of four courses.</summary>
internal static class PreviewBenchmark
{
    private const int Courses = 4;
    private const int WarmUp = 3;
    private const int Runs = 30;

    public static async Task RunAsync()
    {
        await using var portal = await BenchmarkPortal.StartAsync();
        var user = await portal.AddTopAsync(RosterFile.Top, Role.HumanResources);
        await RosterBenchmark.FillAsync(portal, user);
        var (root, role, course) = await TrainAsync(portal, user);

        var everybody = new RuleTerms(Audience.Everybody, GraceDays: 30);
        await MeasureAsync("everybody", everybody);
        await MeasureAsync("from version 2, valid 6 months", everybody with { MinimumVersion = "2", ValidityMonths = 6 });
        await MeasureAsync("one role, two levels", everybody with { Audience = new Audience(role, LevelSet.Senior | LevelSet.Principal) });
        await MeasureAsync("contractors from version 2", everybody with { Audience = new Audience(IsContractor: true), MinimumVersion = "2" });
        await MeasureAsync("users of a tool", everybody with { Audience = new Audience(Tool: UsageTools.Copilot) });

        async Task MeasureAsync(string what, RuleTerms terms)
        {
            var query = new PreviewAudienceQuery(root, course, terms);
            for (var i = 0; i < WarmUp; i++) await portal.SendAsync(user, query);
            var times = new double[Runs];
            for (var i = 0; i < Runs; i++) times[i] = (await Machine.TimeAsync(() => portal.SendAsync(user, query))).TotalMilliseconds;
            Array.Sort(times);
            var figures = await portal.SendAsync(user, query);
            Console.WriteLine($"preview: {what} ({figures.People} people, {figures.Meet} meet): p50 {Milliseconds(times[Runs / 2])}, p95 {Milliseconds(times[Runs * 95 / 100])} ({Runs} runs; load {Machine.Load()})");
        }
    }

    private static async Task<(UnitId Root, string Role, CourseId Course)> TrainAsync(BenchmarkPortal portal, Guid user)
    {
        await using var db = await portal.Contexts.CreateDbContextAsync();
        var root = await db.Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync();
        db.RoleAssignments.Add(new RoleAssignment(user, Role.GovernanceOfficer, root, TimeProvider.System.GetUtcNow()));
        var courses = Enumerable.Range(1, Courses).Select(i => new Course(CourseId.New(), $"C-{i}", $"Course {i}", "3", validityMonths: 12)).ToList();
        db.Courses.AddRange(courses);
        await db.SaveChangesAsync();

        // Straight into the table: how it gets there is another benchmark's matter.
        foreach (var course in courses)
        {
            var id = course.Id.Value.ToByteArray(bigEndian: true);
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO Completions (PersonId, CourseId, CourseVersion, CompletedOn, Result, Status, ValidUntil, Source, ExternalId, RecordedAt, Note, Version)
                SELECT Id, {id}, CAST(1 + rowid % 3 AS TEXT), date('now', '-' || (rowid % 500) || ' days'), 1, 2, date('now', '-' || (rowid % 500) || ' days', '+12 months'), 'benchmark', '', 0, '', 0
                FROM People WHERE rowid % 10 <> 0
                """);
        }

        var month = MonthBits.MonthOf(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO UsageMonths (Tool, Login, Month, UsedDays, ReportedDays, PersonId) SELECT {UsageTools.Copilot}, 'l' || rowid, {month} - rowid % 2, 1 << (rowid % 28), 1 << (rowid % 28), Id FROM People WHERE rowid % 3 = 0
            """);
        var role = await db.People.Where(p => p.WorkRole != "").OrderBy(p => p.Id).Select(p => p.WorkRole).FirstAsync();
        return (root, role, courses[1].Id);
    }

    private static string Milliseconds(double time) => time.ToString("0 ms", CultureInfo.InvariantCulture);
}
