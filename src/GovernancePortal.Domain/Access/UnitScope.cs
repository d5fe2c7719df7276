using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Access;

/// <summary>The interval of one unit and everything below it.</summary>
/// <param name="Left">See <see cref="Unit.Left"/>.</param>
/// <param name="Right">See <see cref="Unit.Right"/>.</param>
public readonly record struct UnitRange(int Left, int Right)
{
    public bool Covers(int left) => left >= Left && left <= Right;
}

/// <summary>The part of the organisation that a request may touch: a union of unit intervals, the nested ones left out.</summary>
public sealed class UnitScope
{
    private UnitScope(IReadOnlyList<UnitRange> ranges) => Ranges = ranges;

    public static UnitScope Nothing { get; } = new([]);

    /// <summary>Disjoint intervals in ascending order.</summary>
    public IReadOnlyList<UnitRange> Ranges { get; }

    public bool IsEmpty => Ranges.Count == 0;

    /// <summary>Whether it is the whole organisation: only the root begins at <see cref="UnitTree.RootLeft"/>.</summary>
    public bool IsWholeOrganisation => Ranges is [{ Left: UnitTree.RootLeft }, ..];

    public static UnitScope Of(IEnumerable<UnitRange> ranges)
    {
        var disjoint = new List<UnitRange>();
        foreach (var range in ranges.OrderBy(r => r.Left).ThenByDescending(r => r.Right))
        {
            if (disjoint.Count > 0 && disjoint[^1].Right >= range.Right) continue;
            disjoint.Add(range);
        }

        return disjoint.Count == 0 ? Nothing : new UnitScope(disjoint);
    }

    public bool Covers(Unit unit) => Covers(unit.Left);

    public bool Covers(int left) => Ranges.Any(r => r.Covers(left));
}
