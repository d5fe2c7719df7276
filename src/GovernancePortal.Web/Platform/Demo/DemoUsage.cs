using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>A year of working days on which people used an AI tool or did not.</summary>
internal static class DemoUsage
{
    private const string Office = "microsoft-365-copilot";
    private const int Days = 365;

    public static IReadOnlyList<PersonLogin> Logins(IReadOnlyList<StaffedUnit> units) =>
        [.. units.SelectMany(u => u.People.Select(p => new PersonLogin(UsageTools.GitHub, LoginOf(p), p.Id)))];

    public static IEnumerable<UsageDay> Make(IReadOnlyList<StaffedUnit> units, DateOnly today)
    {
        var random = new Random(7);
        foreach (var unit in units)
        {
            var tool = unit.Plan.Parent == DemoPlan.Technology ? UsageTools.Copilot : Office;
            var users = (int)Math.Round(unit.People.Count * unit.Plan.Use, MidpointRounding.AwayFromZero);
            for (var place = 0; place < users; place++)
            {
                var person = unit.People[place];
                // People take the tool up one after another; the last ones came a month ago.
                var since = Days - ((Days - 30) * place / Math.Max(1, users));
                foreach (var day in WorkingDays(today, since))
                {
                    if (random.NextDouble() < .75) yield return Day(person, tool, day, random);
                }
            }
        }
    }

    private static IEnumerable<DateOnly> WorkingDays(DateOnly today, int since) =>
        Enumerable.Range(1, since).Select(back => today.AddDays(-back)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static UsageDay Day(Person person, string tool, DateOnly day, Random random)
    {
        var usage = new UsageDay(tool, LoginOf(person), day, active: true);
        var interactions = random.Next(2, 60);
        usage.SetCounters(new UsageCounters(interactions, interactions / 2, interactions / 3, interactions * 6, interactions));
        usage.Match(person.Id);
        return usage;
    }

    private static string LoginOf(Person person) => person.Email![..person.Email!.IndexOf('@', StringComparison.Ordinal)].Replace('.', '-');
}
