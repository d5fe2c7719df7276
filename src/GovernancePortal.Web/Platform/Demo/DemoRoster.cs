using System.Globalization;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>A unit of the plan with the people in it; the first is its head.</summary>
internal sealed record StaffedUnit(DemoUnit Plan, Unit Unit, IReadOnlyList<Person> People)
{
    public Person Head => People[0];
}

/// <summary>Makes the units and people of the demo, the same ones for the same day. The units are not numbered yet.</summary>
internal static class DemoRoster
{
    private static readonly string[] Locations = ["Leeds", "Bristol", "Glasgow", "Remote"];
    private static readonly string[] Systems = ["checkout-api", "checkout-web", "promo-engine", "payments-core", "loyalty-ledger", "store-till", "data-lake"];
    private static readonly string[] Skills = ["C#", "SQL", "incident response", "code review", "test automation", "planning", "copywriting", "data analysis"];

    public static IReadOnlyList<StaffedUnit> Make(DateOnly today)
    {
        var random = new Random(80);
        var units = new Dictionary<string, StaffedUnit>(StringComparer.Ordinal);
        var number = 0;
        foreach (var plan in DemoPlan.Units)
        {
            var parent = plan.Parent is null ? null : units[plan.Parent];
            var path = parent is null ? plan.Name : parent.Unit.Path + Unit.PathSeparator + plan.Name;
            var unit = new Unit(UnitId.New(), parent?.Unit.Id, plan.Name, path);
            var people = new List<Person>(plan.People);
            for (var place = 0; place < plan.People; place++)
            {
                var manager = place == 0 ? parent?.Head : people[0];
                people.Add(MakePerson(number++, place, plan, unit, manager, today, random));
            }

            units[plan.Name] = new StaffedUnit(plan, unit, people);
        }

        return [.. units.Values];
    }

    private static Person MakePerson(int number, int place, DemoUnit plan, Unit unit, Person? manager, DateOnly today, Random random)
    {
        var employeeNumber = string.Create(CultureInfo.InvariantCulture, $"LR-{1000 + number}");
        var person = new Person(PersonId.New(), employeeNumber, DemoNames.Of(number), unit.Id);
        var role = place == 0 || plan.People <= plan.Roles.Length ? plan.Roles[place] : plan.Roles[1 + ((place - 1) % (plan.Roles.Length - 1))];
        var contractor = place > 2 && random.NextDouble() < .12;
        var level = LevelOf(role, place, random);
        person.SetPost(unit.Id, manager?.Id, level, role, contractor, Locations[random.Next(Locations.Length)]);
        person.SetContact($"{person.Name.Replace(' ', '.')}@larkfield.example");
        person.SetOversight(role is "Principal Engineer" or "Governance Officer" or "Site Reliability Engineer");
        // Two joined lately, so that somebody is always within their time of grace.
        var daysHere = place is 5 or 6 && plan.People > 20 ? 20 + random.Next(20) : 200 + random.Next(3000);
        person.SetEmployment(today.AddDays(-daysHere), leftOn: null, Cost(level, random));
        person.SetSkills(Skills.Where(_ => random.NextDouble() < .25));
        if (plan.Parent == DemoPlan.Technology) person.SetSystems(Systems.Where(_ => random.NextDouble() < .3));
        return person;
    }

    private static Level LevelOf(string role, int place, Random random)
    {
        if (place == 0 || role.StartsWith("Principal", StringComparison.Ordinal)) return Level.Principal;
        if (role.StartsWith("Senior", StringComparison.Ordinal)) return Level.Senior;
        return random.NextDouble() switch { < .35 => Level.Junior, < .8 => Level.Mid, _ => Level.Senior };
    }

    private static decimal Cost(Level level, Random random)
    {
        var middle = level switch { Level.Junior => 48_000, Level.Mid => 66_000, Level.Senior => 92_000, _ => 128_000 };
        return middle + (100 * random.Next(-60, 61));
    }
}
