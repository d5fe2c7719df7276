using GovernancePortal.Domain.Access;

namespace GovernancePortal.Domain.Organisation;

/// <summary>Figures of single units, added up for any unit with everything below it: the units' intervals make that one subtraction.</summary>
public sealed class SubtreeSums
{
    private readonly int[] _lefts;
    private readonly long[] _before;

    /// <param name="figures">Of each unit's own, by its <see cref="Unit.Left"/>; several of one unit are added.</param>
    public SubtreeSums(IEnumerable<(int Left, int Figure)> figures) : this(figures.Select(f => (f.Left, (long)f.Figure)))
    {
    }

    /// <param name="figures">The same for figures that add up to more than two thousand million.</param>
    public SubtreeSums(IEnumerable<(int Left, long Figure)> figures)
    {
        var sorted = figures.OrderBy(f => f.Left).ToArray();
        _lefts = Array.ConvertAll(sorted, f => f.Left);
        _before = new long[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++) _before[i + 1] = _before[i] + sorted[i].Figure;
    }

    public static SubtreeSums None { get; } = new(Array.Empty<(int, long)>());

    public int Within(UnitRange range) => checked((int)LongWithin(range));

    public long LongWithin(UnitRange range) => _before[PlaceOf(range.Right + 1L)] - _before[PlaceOf(range.Left)];

    // The first place whose unit begins at the number or after it.
    private int PlaceOf(long left)
    {
        var (low, high) = (0, _lefts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lefts[middle] < left) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
