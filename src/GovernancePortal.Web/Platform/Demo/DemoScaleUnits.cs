using System.Globalization;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Platform.Demo;

/// <summary>A unit of the large part of the demo.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Above">The unit that its head reports to; null for a region, whose head reports to the head of <see cref="DemoPlan.StoreOperations"/>.</param>
/// <param name="People">People whose own unit it is, its head included.</param>
/// <param name="Roles">Jobs, given out in turn; the first is the head's.</param>
internal sealed record ScaleUnit(Unit Unit, ScaleUnit? Above, int People, IReadOnlyList<string> Roles);

/// <summary>Stores in areas in regions, as many as a number of people fills.</summary>
internal static class DemoScaleUnits
{
    private const int AreasInRegion = 12;
    private const int StoresInArea = 12;
    private const int PeopleAbove = 2;
    private const int PeopleInStore = 60;

    private static readonly string[] Region = ["Regional Director", "Regional Planner"];
    private static readonly string[] Area = ["Area Manager", "Area Planner"];
    private static readonly string[] Store = ["Store Manager", "Sales Assistant", "Sales Assistant", "Stock Clerk", "Shift Lead", "Sales Assistant"];

    public static IReadOnlyList<ScaleUnit> Make(Unit parent, int people)
    {
        var made = new List<ScaleUnit>();
        var (left, areas, stores) = (people, 0, 0);
        for (var region = 1; left > 0; region++)
        {
            var inRegion = Add(string.Create(CultureInfo.InvariantCulture, $"Region {region:00}"), above: null, PeopleAbove, Region);
            for (var a = 0; a < AreasInRegion && left > 0; a++)
            {
                var inArea = Add(string.Create(CultureInfo.InvariantCulture, $"Area {++areas:000}"), inRegion, PeopleAbove, Area);
                for (var s = 0; s < StoresInArea && left > 0; s++) Add(string.Create(CultureInfo.InvariantCulture, $"Store {++stores:0000}"), inArea, PeopleInStore, Store);
            }
        }

        return made;

        ScaleUnit Add(string name, ScaleUnit? above, int most, string[] roles)
        {
            var upper = above?.Unit ?? parent;
            var unit = new ScaleUnit(new Unit(UnitId.New(), upper.Id, name, upper.Path + Unit.PathSeparator + name), above, Math.Min(most, left), roles);
            left -= unit.People;
            made.Add(unit);
            return unit;
        }
    }
}
