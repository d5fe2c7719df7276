using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Notices;

namespace GovernancePortal.Web.Features.Notices.Making;

/// <summary>Adds up figures of units for any part of the organisation: with thousands of leads nobody counts people for each.</summary>
internal sealed class UnitFigures
{
    private readonly int[] _lefts;
    private readonly Digest[] _before;

    /// <param name="own">Figures of each unit's own people, by the unit's place in the tree.</param>
    public UnitFigures(IReadOnlyDictionary<int, Digest> own)
    {
        _lefts = [.. own.Keys.Order()];
        _before = new Digest[_lefts.Length + 1];
        for (var i = 0; i < _lefts.Length; i++) _before[i + 1] = _before[i] + own[_lefts[i]];
    }

    public Digest Of(UnitScope scope) => scope.Ranges.Aggregate(default(Digest), (sum, range) => sum + (_before[First(range.Right + 1L)] - _before[First(range.Left)]));

    /// <summary>How many units lie before a place.</summary>
    private int First(long left)
    {
        if (left > int.MaxValue) return _lefts.Length;
        var found = Array.BinarySearch(_lefts, (int)left);
        return found < 0 ? ~found : found;
    }
}
