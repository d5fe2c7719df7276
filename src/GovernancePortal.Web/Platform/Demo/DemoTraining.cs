using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>Courses, who has to take them, and a year of completions.</summary>
internal sealed class DemoTraining
{
    public const string Source = "demo";
    private const int GraceDays = 30;

    private readonly Random _random = new(31);
    private readonly DateOnly _today;

    public DemoTraining(IReadOnlyList<StaffedUnit> units, DateOnly today)
    {
        _today = today;
        Unit Named(string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal)).Unit;
        Requirements =
        [
            new LiteracyRequirement(LiteracyRequirementId.New(), Named(DemoPlan.Organisation).Id, Basics.Id, "1", null, GraceDays),
            new LiteracyRequirement(LiteracyRequirementId.New(), Named(DemoPlan.Technology).Id, Agents.Id, "2", null, GraceDays),
            new LiteracyRequirement(LiteracyRequirementId.New(), Named(DemoPlan.Checkout).Id, Advice.Id, "3", null, GraceDays),
        ];
        Completions = [.. units.SelectMany(CompletionsOf)];
    }

    public Course Basics { get; } = new(CourseId.New(), "AI-BASICS", "AI at work: what it can and cannot do", "1", validityMonths: 24);

    public Course Agents { get; } = new(CourseId.New(), "AI-AGENTS", "Safe use of coding agents", "2", validityMonths: 12);

    public Course Advice { get; } = new(CourseId.New(), "AI-ADVICE", "Reading AI advice critically", "3", validityMonths: 12);

    public IReadOnlyList<LiteracyRequirement> Requirements { get; }

    public IReadOnlyList<Completion> Completions { get; }

    private IEnumerable<Completion> CompletionsOf(StaffedUnit unit)
    {
        var asked = Asked(unit.Plan).ToArray();
        var missing = unit.People.Count - (int)Math.Round(unit.People.Count * unit.Plan.Trained, MidpointRounding.AwayFromZero);
        for (var place = 0; place < unit.People.Count; place++)
        {
            // Whoever lacks a certificate sits at the end of the unit's list: the newer ones, never the head.
            var lacks = unit.People.Count - place <= missing;
            foreach (var course in asked)
            {
                var history = lacks && course == asked[^1] ? Lapsed(unit.People[place], course, place) : Held(unit.People[place], course, _random.Next(15, 320));
                foreach (var completion in history) yield return completion;
            }
        }
    }

    private IEnumerable<Course> Asked(DemoUnit plan)
    {
        yield return Basics;
        if (plan.Parent == DemoPlan.Technology || plan.Name == DemoPlan.Technology) yield return Agents;
        if (plan.Name == DemoPlan.Checkout) yield return Advice;
    }

    /// <summary>A certificate that was renewed in time, back to two years ago.</summary>
    private IEnumerable<Completion> Held(Person person, Course course, int newestDaysAgo)
    {
        var step = (int)((course.ValidityMonths ?? 24) * 30.4) - 25;
        for (var back = newestDaysAgo; back < 730 + step; back += step)
        {
            yield return Record(person, course, course.CurrentVersion, _today.AddDays(-back), CompletionResult.Passed);
        }
    }

    /// <summary>The four ways to lack a certificate: run out, an older version, failed the renewal, never taken.</summary>
    private IEnumerable<Completion> Lapsed(Person person, Course course, int place)
    {
        var ranOut = (int)((course.ValidityMonths ?? 24) * 30.5) + _random.Next(8, 38);
        return (place % 5) switch
        {
            0 or 4 => Held(person, course, ranOut),
            1 => [Record(person, course, "0", _today.AddDays(-_random.Next(60, 300)), CompletionResult.Passed)],
            2 => [.. Held(person, course, ranOut), Record(person, course, course.CurrentVersion, _today.AddDays(-_random.Next(2, 6)), CompletionResult.Failed)],
            _ => [],
        };
    }

    private static Completion Record(Person person, Course course, string version, DateOnly day, CompletionResult result)
    {
        var completion = new Completion(person.Id, course.Id, version, day, result, new DateTimeOffset(day.ToDateTime(new TimeOnly(15, 0)), TimeSpan.Zero));
        completion.SetOutcome(score: null, course.ValidUntil(day));
        completion.SetOrigin(Source, externalId: "", importId: null);
        return completion;
    }
}
