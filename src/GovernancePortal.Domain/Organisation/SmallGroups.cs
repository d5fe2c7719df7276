using GovernancePortal.Domain.Access;

namespace GovernancePortal.Domain.Organisation;

/// <summary>One thing that somebody did, at a place of the unit tree.</summary>
/// <param name="Left">Of the unit; see <c>Unit.Left</c>.</param>
/// <param name="Person">Whoever did it; the same text is the same person.</param>
/// <param name="Cell">What it is counted under where figures are broken down.</param>
public sealed record PlacedAct(int Left, string Person, string Cell = "");

/// <summary>
/// Chooses the units whose figures may be told together. What can be worked out from nested units are the differences between a unit and the told units within it;
/// each of these is nobody or at least five people: for what people did, in every cell; for whom a figure is about, by headcount.
/// </summary>
public static class SmallGroups
{
    /// <summary>The smallest group that is told.</summary>
    public const int Least = 5;

    /// <summary>The wider unit goes first: a unit within it is told only where that leaves nobody of the wider one alone.</summary>
    /// <returns>The told units, each with the acts that no told unit within it holds.</returns>
    public static IReadOnlyDictionary<UnitRange, IReadOnlyList<PlacedAct>> Tellable(IEnumerable<UnitRange> units, IEnumerable<PlacedAct> acts)
    {
        var sorted = acts.OrderBy(a => a.Left).ToArray();
        var counts = new SubtreeSums(sorted.Select(a => (a.Left, 1)));
        var told = new Dictionary<UnitRange, List<PlacedAct>>();
        var above = new Stack<UnitRange>();

        foreach (var unit in units.OrderBy(u => u.Left).ThenByDescending(u => u.Right))
        {
            while (above.TryPeek(out var last) && last.Right < unit.Left) above.Pop();
            if (counts.Within(unit) < Least) continue;

            var whole = above.TryPeek(out var parent) ? told[parent] : [.. sorted];
            var within = whole.FindAll(a => unit.Covers(a.Left));
            var rest = above.Count == 0 ? [] : whole.FindAll(a => !unit.Covers(a.Left));
            if (within.Count == 0 || !IsLarge(within) || !IsLarge(rest)) continue;

            if (above.Count > 0) told[parent] = rest;
            told[unit] = within;
            above.Push(unit);
        }

        return told.ToDictionary(t => t.Key, t => (IReadOnlyList<PlacedAct>)t.Value);
    }

    /// <summary>
    /// The same for figures of which each person is counted in one unit alone. Whichever unit comes first in the list is told first, and a later one only where
    /// that leaves nobody alone.
    /// </summary>
    /// <param name="units">In the order of preference.</param>
    /// <param name="people">Of each unit's own.</param>
    public static IReadOnlySet<UnitRange> Tellable(IEnumerable<UnitRange> units, SubtreeSums people)
    {
        var wanted = units.Distinct().ToArray();
        var above = Above(wanted);
        var told = new HashSet<UnitRange>();
        // People of a unit who are in a told unit within it.
        var inside = new Dictionary<UnitRange, int>();

        foreach (var unit in wanted)
        {
            var own = people.Within(unit) - inside.GetValueOrDefault(unit);
            var wider = NextTold(unit);
            var rest = wider is { } w ? people.Within(w) - inside.GetValueOrDefault(w) - own : 0;
            if (people.Within(unit) < Least || IsFew(own) || IsFew(rest)) continue;

            told.Add(unit);
            for (var up = above.GetValueOrDefault(unit); up is { } range; up = told.Contains(range) ? null : above.GetValueOrDefault(range))
                inside[range] = inside.GetValueOrDefault(range) + own;
        }

        return told;

        UnitRange? NextTold(UnitRange unit)
        {
            var next = above.GetValueOrDefault(unit);
            while (next is { } range && !told.Contains(range)) next = above.GetValueOrDefault(range);
            return next;
        }
    }

    /// <summary>So few that a figure of them tells of each.</summary>
    public static bool IsFew(int people) => people is > 0 and < Least;

    /// <summary>The smallest of the ranges that holds each range.</summary>
    private static Dictionary<UnitRange, UnitRange?> Above(IEnumerable<UnitRange> units)
    {
        var above = new Dictionary<UnitRange, UnitRange?>();
        var open = new Stack<UnitRange>();
        foreach (var unit in units.OrderBy(u => u.Left).ThenByDescending(u => u.Right))
        {
            while (open.TryPeek(out var last) && last.Right < unit.Left) open.Pop();
            above[unit] = open.TryPeek(out var wider) ? wider : null;
            open.Push(unit);
        }

        return above;
    }

    /// <summary>Whether every cell is empty or holds enough people.</summary>
    private static bool IsLarge(List<PlacedAct> acts) =>
        acts.GroupBy(a => a.Cell, StringComparer.Ordinal).All(cell => cell.Select(a => a.Person).Distinct(StringComparer.Ordinal).Take(Least).Count() == Least);
}
