using System.CommandLine;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Organisation.ListPeople;
using GovernancePortal.Web.Platform.Cli;
using GovernancePortal.Web.Platform.Demo;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovernancePortal.Web.Tests.Platform;

public sealed class DemoScaleTests : IAsyncLifetime
{
    private const int People = 3_000;

    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await SeededAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task It_has_as_many_people_as_asked_for_and_the_story_within()
    {
        (await _portal.InDb(db => db.People.CountAsync())).ShouldBe(People);
        (await _portal.InDb(db => db.People.CountAsync(p => p.ManagerId == null))).ShouldBe(1);
        (await _portal.InDb(db => db.AdoptionTargets.CountAsync())).ShouldBe(6);
        var entry = await _portal.InDb(db => db.LedgerEntries.AsNoTracking().SingleAsync(e => e.Kind == "demo.seeded"));
        entry.Payload.ShouldContain("\"people\":3000");
    }

    [Fact]
    public async Task Units_are_numbered_and_their_headcounts_right()
    {
        var units = await _portal.InDb(db => db.Units.OrderBy(u => u.Left).ToListAsync());
        var direct = await _portal.InDb(db => db.People.GroupBy(p => p.UnitId).ToDictionaryAsync(g => g.Key, g => g.Count()));

        units.Count.ShouldBeGreaterThan(25 + 40);
        units.Select(u => u.Left).ShouldBe(Enumerable.Range(UnitTree.RootLeft, units.Count));
        foreach (var unit in units)
        {
            unit.DirectHeadcount.ShouldBe(direct.GetValueOrDefault(unit.Id), unit.Path);
            unit.TotalHeadcount.ShouldBe(units.Where(unit.Contains).Sum(u => u.DirectHeadcount), unit.Path);
        }

        units[0].TotalHeadcount.ShouldBe(People);
    }

    [Fact]
    public async Task People_are_found_by_either_name()
    {
        var someone = await _portal.InDb(db => db.People.OrderBy(p => p.EmployeeNumber).LastAsync());
        var user = await _portal.InDb(db => db.RoleAssignments.Where(r => r.Role == Role.HumanResources).Select(r => r.UserId).SingleAsync());
        var parts = someone.Name.Split(' ');
        foreach (var search in new[] { someone.Name, $"{parts[1]} {parts[0]}" })
        {
            var found = (await _portal.SendAs(user, new ListPeopleQuery(new PeopleFilter(search), PeopleOrder.Name, Descending: false, new Paging(1, 50)))).Value;
            found.People.Items.ShouldContain(p => p.Id == someone.Id, search);
        }
    }

    [Fact]
    public async Task Most_have_learned_the_basics_and_some_used_a_tool()
    {
        var basics = await _portal.InDb(db => db.Courses.Where(c => c.Code == "AI-BASICS").Select(c => c.Id).SingleAsync());
        var inStores = await _portal.InDb(db => db.People.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Name.StartsWith("Store 0"))).Select(p => p.Id).ToListAsync());
        var learned = await _portal.InDb(db => db.Completions.Where(c => c.CourseId == basics && inStores.Contains(c.PersonId)).Select(c => c.PersonId).ToListAsync());
        var used = await _portal.InDb(db => db.UsageMonths.Where(u => inStores.Contains(u.PersonId!.Value)).Select(u => u.PersonId).Distinct().CountAsync());

        learned.ShouldBeUnique();
        (learned.Count / (double)inStores.Count).ShouldBeInRange(.7, .8);
        (used / (double)inStores.Count).ShouldBeInRange(.08, .16);
        (await _portal.InDb(db => db.People.CountAsync(p => p.Skills.Count > 0 && p.Systems.Count > 0 && inStores.Contains(p.Id)))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_same_number_makes_the_same_people()
    {
        await using var other = await SeededAsync();

        (await TextAsync(other)).ShouldBe(await TextAsync(_portal));
    }

    [Theory]
    [InlineData("395")]
    [InlineData("350001")]
    [InlineData("many")]
    public async Task A_number_that_cannot_be_is_refused(string people)
    {
        var parse = SeedDemoVerb.Create().Parse(["--people", people]);
        await using var error = new StringWriter();

        (await parse.InvokeAsync(new InvocationConfiguration { Error = error, Output = TextWriter.Null })).ShouldBe(1);
        error.ToString().ShouldContain("--people takes a whole number from 396 to 350,000. Nothing was written.");
    }

    private static async Task<TestPortal> SeededAsync()
    {
        var portal = await TestPortal.StartAsync(environment: "Development", settings: new(StringComparer.Ordinal) { ["Demo:Enabled"] = "true" });
        foreach (var depth in new[] { 2, 1, 0 }) await portal.InDb(db => db.Units.Where(u => u.Depth == depth).ExecuteDeleteAsync());
        (await portal.Services.GetRequiredService<DemoSeeder>().SeedAsync(People, CancellationToken.None)).ShouldBeTrue();
        return portal;
    }

    /// <summary>Everything about the people but their ids.</summary>
    private static async Task<List<string>> TextAsync(TestPortal portal) =>
        await portal.InDb(async db =>
        {
            var people = await db.People.Include(p => p.Skills).Include(p => p.Systems).AsSplitQuery().OrderBy(p => p.EmployeeNumber).ToListAsync();
            var numbers = people.ToDictionary(p => p.Id, p => p.EmployeeNumber);
            var paths = await db.Units.ToDictionaryAsync(u => u.Id, u => u.Path);
            var completions = (await db.Completions.ToListAsync()).ToLookup(c => c.PersonId, c => $"{c.CompletedOn:O} {c.ValidUntil:O} {c.RecordedAt:O}");
            var usage = (await db.UseDaysAsync()).Where(u => u.PersonId != null).ToLookup(u => u.PersonId!.Value, u => $"{u.Tool} {u.Day:O} {u.Active}");
            return people
                .Select(p => string.Join('|',
                    p.EmployeeNumber, p.Name, p.Email, paths[p.UnitId], p.ManagerId is { } m ? numbers[m] : "", p.Level, p.WorkRole, p.IsContractor, p.Location, p.StartDate,
                    p.AnnualLoadedCost, string.Join(',', p.Skills.Select(s => s.Name).Order()), string.Join(',', p.Systems.Select(s => s.Name).Order()),
                    string.Join(',', completions[p.Id].Order()), string.Join(',', usage[p.Id].Order())))
                .ToList();
        });
}
