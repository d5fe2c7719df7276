using GovernancePortal.Data;
using CsCheck;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Tests.Literacy;

/// <summary>The count in the database and the calculator that loads people have to say the same of every rule.</summary>
public sealed class AudienceCountTests : IAsyncLifetime
{
    private const string Tool = "github-copilot";

    private static readonly string[] Roles = ["Data analyst", "data Analyst", "Engineer", "Ökonom", "ökonom", ""];
    private static readonly string[] Versions = ["1", "2", "2.10", "10", ""];

    private readonly Random _random = new(20261123);
    private TestPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await TestPortal.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task What_the_database_counts_is_what_the_calculator_says_for_a_mixed_sample()
    {
        var today = _portal.Today();
        Course[] courses = [new(CourseId.New(), "A", "A", "2", 12), new(CourseId.New(), "B", "B", "2", null)];
        var people = Enumerable.Range(0, 160).Select(Person).ToList();
        var requirements = Enumerable.Range(0, 120).Select(_ => Requirement(courses[_random.Next(2)].Id, today)).ToList();
        await _portal.InDb(async db =>
        {
            db.Courses.AddRange(courses);
            db.People.AddRange(people);
            db.Completions.AddRange(people.SelectMany(p => Completions(p, courses)).DistinctBy(c => (c.PersonId, c.CourseId, c.CourseVersion, c.CompletedOn, c.Result)));
            for (var i = 0; i < people.Count; i++) await UseAsync(db, people[i], i, today);
            db.LiteracyRequirements.AddRange(requirements);
            return await db.SaveChangesAsync();
        });

        var counted = await _portal.InDb(async db =>
        {
            var calculator = await CoverageCalculator.RunAsync(db, CoveragePeople.Everybody, today, knownAt: null, CancellationToken.None);
            var said = Said(calculator, today);
            var differences = new List<string>();
            foreach (var requirement in requirements)
            {
                var figures = await CountAsync(db, requirement, today);
                if (figures != said.GetValueOrDefault(requirement.Id)) differences.Add($"{RuleWords.Sentence("unit", RuleTerms.Of(requirement))}: {figures} in the database, {said.GetValueOrDefault(requirement.Id)} by the calculator");
            }

            differences.ShouldBeEmpty();
            return said;
        });

        // The sample says something only if rules cover people, and some of them meet it and some do not.
        counted.Values.Count(f => f.Met > 0 && f.Met < f.Asked && f.Asked < f.Covered).ShouldBeGreaterThan(20);
    }

    [Fact]
    public void The_first_day_that_still_counts_is_the_first_for_every_day_and_length() =>
        Gen.Select(Gen.Int[0, 3_000], Gen.Int[1, 120], Gen.Int[-40, 40])
            .Sample((offset, months, around) =>
            {
                var day = new DateOnly(2024, 1, 1).AddDays(offset);
                var earliest = AudienceCount.EarliestStillValid(day, months);
                var completed = earliest.AddDays(around);
                return completed.AddMonths(months) >= day == completed >= earliest;
            });

    private static Dictionary<LiteracyRequirementId, Figures> Said(CoverageCalculator calculator, DateOnly today)
    {
        var said = new Dictionary<LiteracyRequirementId, Figures>();
        for (var i = 0; i < calculator.People.Count; i++)
        {
            var person = calculator.People[i];
            if (!person.WorksHereOn(today)) continue;
            foreach (var (rule, until) in calculator.RulesOf(i))
            {
                var (asked, met) = (rule.AskedFrom(person) <= today, until >= today);
                said[rule.Requirement.Id] = said.GetValueOrDefault(rule.Requirement.Id).Plus(asked, met);
            }
        }

        return said;
    }

    private static async Task<Figures> CountAsync(Data.PortalDbContext db, LiteracyRequirement requirement, DateOnly today)
    {
        var unit = await db.Units.SingleAsync(u => u.Id == requirement.UnitId);
        var rule = new RuleOutline(requirement.CourseId, RuleTerms.Of(requirement), requirement.CompletedSince, new UnitRange(unit.Left, unit.Right));
        var covered = await AudienceCount.CoveredAsync(db, rule, today, CancellationToken.None);
        var meeting = await AudienceCount.MeetingAsync(db, covered, rule, today, CancellationToken.None);
        return new Figures(await covered.CountAsync(), await AudienceCount.Asked(covered, rule, today).CountAsync(), await meeting.CountAsync());
    }

    private Person Person(int number)
    {
        Unit[] units = [_portal.Root, _portal.Checkout, _portal.Payments, _portal.Logistics];
        var person = new Person(PersonId.New(), $"E-{number}", $"Person {number}", units[_random.Next(4)].Id);
        person.SetPost(person.UnitId, null, (Level)_random.Next(5), Roles[_random.Next(Roles.Length)], _random.Next(3) == 0, "");
        person.SetOversight(_random.Next(2) == 0);
        var today = _portal.Today();
        DateOnly? start = _random.Next(4) switch { 0 => null, 1 => today.AddDays(_random.Next(-40, 3)), _ => today.AddDays(-_random.Next(40, 900)) };
        DateOnly? left = _random.Next(8) == 0 ? today.AddDays(_random.Next(-2, 3)) : null;
        person.SetEmployment(start, left, null);
        return person;
    }

    private LiteracyRequirement Requirement(CourseId course, DateOnly today)
    {
        Unit[] units = [_portal.Root, _portal.Checkout, _portal.Payments, _portal.Logistics];
        var requirement = new LiteracyRequirement(
            LiteracyRequirementId.New(), units[_random.Next(4)].Id, course, _random.Next(2) == 0 ? "" : Versions[_random.Next(4)],
            _random.Next(2) == 0 ? null : _random.Next(1, 14), _random.Next(3) * 15);
        requirement.SetAudience(new Audience(
            _random.Next(3) == 0 ? Roles[_random.Next(5)].ToUpperInvariant() : "",
            _random.Next(2) == 0 ? LevelSet.All : (LevelSet)_random.Next(16),
            _random.Next(3) switch { 0 => true, 1 => false, _ => null },
            _random.Next(3) == 0 ? Tool : "",
            _random.Next(3) == 0));
        requirement.Begin(today, "Test.");
        return _random.Next(3) == 0 ? requirement.Refresh(RefreshCause.ChangedRule, today.AddDays(-_random.Next(300)), today, "Again.") : requirement;
    }

    private IEnumerable<Completion> Completions(Person person, Course[] courses)
    {
        foreach (var course in courses)
        {
            for (var i = _random.Next(4); i > 0; i--)
            {
                var on = _portal.Today().AddDays(-_random.Next(-5, 500));
                var result = (CompletionResult)_random.Next(1, 5);
                var completion = new Completion(person.Id, course.Id, Versions[_random.Next(Versions.Length)], on, result, _portal.Clock.GetUtcNow());
                completion.SetOutcome(null, course.ValidUntil(on));
                if (_random.Next(8) == 0) completion.ReportedByPerson("");
                if (_random.Next(8) == 0) completion.Decline(_portal.Clock.GetUtcNow(), "x", "No.");
                if (_random.Next(8) == 0) completion.Void(_portal.Clock.GetUtcNow(), "x", "Wrong.");
                yield return completion;
            }
        }
    }

    private Task UseAsync(PortalDbContext db, Person person, int number, DateOnly today) =>
        _random.Next(2) == 0
            ? Task.CompletedTask
            : db.AddUseAsync(_random.Next(3) == 0 ? "other" : Tool, $"login-{number}", today.AddDays(-_random.Next(-2, 120)), active: _random.Next(4) != 0, person.Id);

    private readonly record struct Figures(int Covered, int Asked, int Met)
    {
        public Figures Plus(bool asked, bool met) => new(Covered + 1, Asked + (asked ? 1 : 0), Met + (met ? 1 : 0));
    }
}
