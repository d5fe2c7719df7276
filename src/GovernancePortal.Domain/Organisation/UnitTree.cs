namespace GovernancePortal.Domain.Organisation;

/// <summary>Keeps the derived figures of the unit tree: intervals, depth and headcounts.</summary>
public static class UnitTree
{
    /// <summary>Where the numbering begins: the <see cref="Unit.Left"/> of the root.</summary>
    public const int RootLeft = 1;

    /// <summary>
    /// Numbers the units depth first, siblings by name, and adds up the headcounts. Call it after units were added or moved.
    /// </summary>
    /// <param name="units">All units of the organisation.</param>
    /// <param name="directHeadcounts">People per unit; a unit that is missing has none.</param>
    /// <exception cref="InvalidOperationException">A unit is its own ancestor or its parent does not exist.</exception>
    public static void Number(IReadOnlyCollection<Unit> units, IReadOnlyDictionary<UnitId, int> directHeadcounts)
    {
        var children = units.Where(u => u.ParentId is not null).ToLookup(u => u.ParentId!.Value);
        var next = RootLeft - 1;
        var placed = 0;

        foreach (var root in units.Where(u => u.ParentId is null).OrderBy(u => u.Name, StringComparer.Ordinal)) Visit(root, depth: 0);
        if (placed != units.Count) throw new InvalidOperationException("A unit has no path to the root.");

        int Visit(Unit unit, int depth)
        {
            var left = ++next;
            placed++;
            var direct = directHeadcounts.GetValueOrDefault(unit.Id);
            var total = direct;
            foreach (var child in children[unit.Id].OrderBy(u => u.Name, StringComparer.Ordinal)) total += Visit(child, depth + 1);
            unit.Place(left, next, depth);
            unit.Count(direct, total);
            return total;
        }
    }
}
