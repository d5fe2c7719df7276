using GovernancePortal.Data;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;

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
        StaffedUnit Named(string name) => units.First(u => string.Equals(u.Plan.Name, name, StringComparison.Ordinal));
        var (organisation, technology, checkout) = (Named(DemoPlan.Organisation), Named(DemoPlan.Technology), Named(DemoPlan.Checkout));
        DescribeCourses(organisation.People[3].Id, technology.People[1].Id, checkout.Head.Id);
        var beforeTheOutage = Ask(checkout, Advice, "2", 500, "Checkout works with agents that give advice.");
        Requirements =
        [
            Ask(organisation, Basics, "1", 720, "Everybody who works here meets what AI puts out."),
            Ask(technology, Agents, "2", 400, "Coding agents can change production."),
            beforeTheOutage,
            beforeTheOutage.Revise(
                "3", validityMonths: null, GraceDays, Audience.Everybody, DemoIncidents.WorstMonday(today).AddDays(14),
                "Since the checkout outage everybody has to know how an agent's advice is checked."),
            Ask(organisation, Oversight, "1", 60, "Whoever watches over AI output is trained for that duty.", new Audience(Oversees: true)),
        ];
        Completions = [.. units.SelectMany(CompletionsOf)];
    }

    public Course Basics { get; } = new(CourseId.New(), "AI-BASICS", "AI at work: what it can and cannot do", "1", validityMonths: 24);

    public Course Agents { get; } = new(CourseId.New(), "AI-AGENTS", "Safe use of coding agents", "2", validityMonths: 12);

    public Course Advice { get; } = new(CourseId.New(), "AI-ADVICE", "Reading AI advice critically", "3", validityMonths: 12);

    public Course Oversight { get; } = new(CourseId.New(), "AI-OVERSIGHT", "Overseeing AI output", "1", validityMonths: 12);

    public IReadOnlyList<Course> Courses => [Basics, Agents, Advice, Oversight];

    public IReadOnlyList<LiteracyRequirement> Requirements { get; }

    public IReadOnlyList<Completion> Completions { get; }

    private void DescribeCourses(PersonId governance, PersonId principal, PersonId lead)
    {
        Basics.Describe(Basics.Name, 24, governance, "", UseRoles.Uses, "https://learning.larkfield.example/activities/ai-basics");
        Basics.AddVersion(Taught(Basics, "1", 760, 45, "Know what a language model is and is not, keep customer data out of it, and say when AI was used."));
        Agents.Describe(Agents.Name, 12, principal, "github-copilot", UseRoles.Uses | UseRoles.Builds, "https://learning.larkfield.example/activities/ai-agents");
        Agents.AddVersion(Taught(Agents, "1", 740, 60, "Set up a coding agent and review what it changes."));
        Agents.AddVersion(Taught(Agents, "2", 735, 75, "Give an agent only the rights it needs, review every change before it ships, and stop it when it leaves its task."));
        Advice.Describe(Advice.Name, 12, lead, "github-copilot, microsoft-365-copilot", UseRoles.Uses, null);
        Advice.AddVersion(Taught(Advice, "2", 750, 40, "Ask an agent for its sources and read them."));
        Advice.AddVersion(Taught(Advice, "3", 745, 50, "Find the page an answer rests on, see when it was last verified, and refuse advice from a page that is out of date."));
        Oversight.Describe(Oversight.Name, 12, governance, "", UseRoles.Oversees, null);
        Oversight.AddVersion(Taught(Oversight, "1", 120, 90, "Read AI output as an approver: what to sample, what to refuse, when to stop the system, and how to write down why."));
    }

    private CourseVersion Taught(Course course, string label, int daysAgo, int minutes, string teaches)
    {
        var version = new CourseVersion(course.Id, label, _today.AddDays(-daysAgo), teaches);
        version.SetContent($"https://learning.larkfield.example/{course.Code.ToLowerInvariant()}/{label}", contentHash: null, minutes);
        return version;
    }

    private LiteracyRequirement Ask(StaffedUnit unit, Course course, string version, int daysAgo, string reason, Audience? audience = null)
    {
        var requirement = new LiteracyRequirement(LiteracyRequirementId.New(), unit.Unit.Id, course.Id, version, validityMonths: null, GraceDays);
        requirement.SetAudience(audience ?? Audience.Everybody);
        requirement.Begin(_today.AddDays(-daysAgo), reason);
        return requirement;
    }

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
                var history = lacks && course == asked[^1] ? Lapsed(unit.People[place], course, place) : Held(unit.People[place], course, NewestDaysAgo(unit.Plan, place, course));
                foreach (var completion in history) yield return completion;
            }

            // Half of those who watch over production have yet to take the course for that duty.
            var overseer = unit.People[place];
            if (overseer.OverseesAi && (unit.Plan.Name != DemoPlan.Operations || place % 2 == 0)) yield return Record(overseer, Oversight, "1", _today.AddDays(-_random.Next(62, 110)), CompletionResult.Passed);
        }
    }

    /// <summary>The demo's engineer is about to lose two certificates, so that the inbox has something to say.</summary>
    private int NewestDaysAgo(DemoUnit plan, int place, Course course)
    {
        var usual = _random.Next(15, 320);
        if (plan.Name != DemoPlan.Checkout || place != 1) return usual;
        return course == Agents ? 360 : course == Advice ? 345 : usual;
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
            1 when course.Versions.Count > 1 => [Record(person, course, course.Versions[0].Label, _today.AddDays(-_random.Next(60, 300)), CompletionResult.Passed)],
            2 => [.. Held(person, course, ranOut), Record(person, course, course.CurrentVersion, _today.AddDays(-_random.Next(2, 6)), CompletionResult.Failed)],
            _ => [],
        };
    }

    /// <summary>Works out everybody's standing, and keeps the coverage of a year's month ends and of today, as the nightly job would have.</summary>
    public static async Task KeepCoverageAsync(PortalDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        for (var month = 12; month >= 1; month--)
        {
            var day = new DateOnly(today.Year, today.Month, 1).AddMonths(-month + 1).AddDays(-1);
            var then = await CoverageCalculator.RunAsync(db, CoveragePeople.Everybody, day, knownAt: null, cancellationToken);
            await CoverageSnapshots.WriteAsync(db, then, day, cancellationToken);
        }

        var now = await CoverageProjection.RefreshAsync(db, CoveragePeople.Everybody, today, cancellationToken);
        await CoverageSnapshots.WriteAsync(db, now, today, cancellationToken);
    }

    private static Completion Record(Person person, Course course, string version, DateOnly day, CompletionResult result)
    {
        var completion = new Completion(person.Id, course.Id, version, day, result, new DateTimeOffset(day.ToDateTime(new TimeOnly(15, 0)), TimeSpan.Zero));
        completion.SetOutcome(score: null, course.ValidUntil(day));
        completion.SetOrigin(Source, externalId: "", importId: null);
        return completion;
    }
}
