using GovernancePortal.Domain.Incidents;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>What went wrong lately: four severe incidents in one week, each with AI in it, and three others.</summary>
internal static class DemoIncidents
{
    /// <summary>The Monday of the bad week: six weeks before this one.</summary>
    public static DateOnly WorstMonday(DateOnly today) => today.AddDays(-((int)today.DayOfWeek + 6) % 7).AddDays(-42);

    public static IReadOnlyList<Incident> Make(IReadOnlyList<StaffedUnit> units, DateOnly today)
    {
        var monday = WorstMonday(today);
        Incident At(string number, string title, int severity, string unit, DateOnly day, TimeOnly start, TimeSpan length, AiInvolvement ai)
        {
            var startedAt = new DateTimeOffset(day.ToDateTime(start), TimeSpan.Zero);
            var at = units.First(u => string.Equals(u.Plan.Name, unit, StringComparison.Ordinal)).Unit;
            return new Incident(number, title, severity, at.Id, startedAt, startedAt + length, ai);
        }

        return
        [
            At("INC-0229", "Store network down", 2, "Stores, north", monday.AddDays(-6), new(11, 0), new(0, 50, 0), AiInvolvement.NotAi),
            At("INC-0231", "Price feed stopped", 2, "Pricing and promotions", monday, new(9, 10), new(1, 50, 0), AiInvolvement.AuthoredByAi),
            At("INC-0232", "Checkout outage", 1, DemoPlan.Checkout, monday.AddDays(1), new(10, 2), new(6, 0, 0), AiInvolvement.ActedOnAdvice),
            At("INC-0233", "Click-and-collect slots wrong", 2, "Store systems", monday.AddDays(3), new(8, 20), new(2, 35, 0), AiInvolvement.AuthoredByAi),
            At("INC-0234", "Loyalty environment deleted", 1, "Loyalty engineering", monday.AddDays(5), new(1, 30), new(13, 0, 0), AiInvolvement.ActedAlone),
            At("INC-0238", "Returns desk refused cards", 2, "Payments platform", monday.AddDays(17), new(14, 5), new(0, 45, 0), AiInvolvement.ActedOnAdvice),
            At("INC-0241", "Label printers offline", 2, "Logistics", monday.AddDays(37), new(6, 40), new(0, 30, 0), AiInvolvement.NotAi),
        ];
    }
}
