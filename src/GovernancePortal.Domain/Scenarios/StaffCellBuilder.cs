using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// Sums people up into cells of level, month of service and whether the position is displaced, so that the model gives what it gives for listing everybody. Cost
/// enters every formula as a sum, so bands of cost are not needed: a cell has the mean. Severance is a product of cost and service, so the service of a cell is
/// the mean weighted by cost; knowledge is kept as its own mean. Only a cell through whose month the severance cap runs can differ, and only when people within
/// one month of service have different service.
/// </summary>
public sealed class StaffCellBuilder
{
    private const int MonthsOfYear = 12;

    private readonly Dictionary<(Level Level, bool IsDisplaced, int Month), Sum> _sums = [];

    /// <summary>Everybody added so far.</summary>
    public double People { get; private set; }

    /// <param name="cell">A person, or people who are alike; without faults.</param>
    public void Add(in StaffCell cell)
    {
        if (cell.Count <= 0) return;
        People += cell.Count;
        var key = (cell.Level, cell.IsDisplaced, MonthOf(cell.TenureYears));
        if (!_sums.TryGetValue(key, out var sum)) _sums[key] = sum = new Sum(cell);
        sum.Add(cell);
    }

    /// <summary>In a fixed order.</summary>
    public IReadOnlyList<StaffCell> Cells() =>
        [.. _sums.OrderBy(s => s.Key.IsDisplaced).ThenBy(s => s.Key.Level).ThenBy(s => s.Key.Month).Select(s => s.Value.Cell())];

    /// <summary>
    /// The same people in cells of at least so many, for readers who may not know what one of them costs. Sums stay as they are; a cell can then hold several levels.
    /// </summary>
    /// <returns>Null when the displaced, or those who stay, are fewer than that themselves.</returns>
    public static IReadOnlyList<StaffCell>? InGroups(IEnumerable<StaffCell> cells, int least = SmallGroups.Least)
    {
        var all = cells.Where(c => c.Count > 0).ToList();
        return IsFew(all, least) ? null : [.. all.GroupBy(c => c.IsDisplaced).OrderBy(g => g.Key).SelectMany(g => Grouped(g, least))];
    }

    /// <summary>Whether the displaced, or those who stay, are so few that sums tell of each.</summary>
    public static bool IsFew(IEnumerable<StaffCell> cells, int least = SmallGroups.Least) =>
        cells.GroupBy(c => c.IsDisplaced).Select(g => g.Sum(c => c.Count)).Any(count => count > StaffTotals.Tiny && count < least - StaffTotals.Tiny);

    private static IEnumerable<StaffCell> Grouped(IEnumerable<StaffCell> cells, int least)
    {
        var groups = new List<Sum>();
        // By service first: severance bends where its cap begins, so cells of alike service keep it nearly as it is.
        foreach (var cell in cells.OrderBy(c => c.TenureYears).ThenBy(c => c.Level).ThenBy(c => c.AnnualLoadedCost))
        {
            if (groups.Count == 0 || groups[^1].Count >= least) groups.Add(new Sum(cell));
            groups[^1].Add(cell);
        }

        // What is left over at the end joins those before it.
        if (groups is [.., var before, var last] && last.Count < least)
        {
            before.Add(last.Cell());
            groups.RemoveAt(groups.Count - 1);
        }

        return groups.Select(g => g.Cell());
    }

    private static int MonthOf(double years) => (int)Math.Floor((years * MonthsOfYear) + StaffTotals.Tiny);

    private sealed class Sum(StaffCell first)
    {
        private double _cost;
        private double _costTenure;
        private double _tenure;
        private double _knowledge;
        private bool _isAlike = true;
        private bool _isDerived = true;

        public double Count { get; private set; }

        public void Add(in StaffCell cell)
        {
            Count += cell.Count;
            _cost += cell.Count * cell.AnnualLoadedCost;
            _costTenure += cell.Count * cell.AnnualLoadedCost * cell.TenureYears;
            _tenure += cell.Count * cell.TenureYears;
            _knowledge += cell.Count * cell.Knowledge;
            _isAlike &= cell.TenureYears == first.TenureYears && cell.Level == first.Level;
            _isDerived &= cell.KnowledgeWeight is null;
        }

        public StaffCell Cell() =>
            _isAlike && _isDerived
                ? first with { AnnualLoadedCost = _cost / Count, Count = Count, KnowledgeWeight = null }
                : first with { AnnualLoadedCost = _cost / Count, Count = Count, KnowledgeWeight = _knowledge / Count, TenureYears = _isAlike ? first.TenureYears : Tenure() };

        // Where nobody costs anything there is no severance either.
        private double Tenure() => _cost > 0 ? _costTenure / _cost : _tenure / Count;
    }
}
