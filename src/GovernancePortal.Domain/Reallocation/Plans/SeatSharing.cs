using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>A unit with seats of one role.</summary>
/// <param name="Path">Of the unit.</param>
public sealed record UnitSeats(UnitId UnitId, string Path, int Seats);

/// <summary>Says in which unit those who were matched to a role have their seat: as near to where they are as the seats allow.</summary>
public static class SeatSharing
{
    /// <param name="people">Paths of the units where they are, in a fixed order.</param>
    /// <param name="seats">Of the role.</param>
    /// <returns>The unit of each; null where the seats do not suffice.</returns>
    public static IReadOnlyList<UnitId?> Share(IReadOnlyList<string> people, IReadOnlyList<UnitSeats> seats)
    {
        var (free, result) = (seats.Select(s => s.Seats).ToArray(), new UnitId?[people.Count]);
        var pairs = people.SelectMany((path, person) => seats.Select((s, unit) => (Person: person, Unit: unit, Near: Near(path, s.Path))));
        foreach (var (person, unit, _) in pairs.OrderByDescending(p => p.Near).ThenBy(p => p.Person).ThenBy(p => p.Unit))
        {
            if (result[person] is not null || free[unit] == 0) continue;
            free[unit]--;
            result[person] = seats[unit].UnitId;
        }

        return result;
    }

    /// <summary>How many steps from the top two paths have in common; the same unit is nearer than one below it.</summary>
    private static int Near(string one, string other)
    {
        var (a, b) = (one.Split(Unit.PathSeparator), other.Split(Unit.PathSeparator));
        var common = a.Zip(b).TakeWhile(p => string.Equals(p.First, p.Second, StringComparison.Ordinal)).Count();
        return (common * 100) - Math.Abs(a.Length - common) - Math.Abs(b.Length - common);
    }
}
