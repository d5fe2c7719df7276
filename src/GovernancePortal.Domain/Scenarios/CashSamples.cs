namespace GovernancePortal.Domain.Scenarios;

/// <summary>
/// The discounted balance of every policy after some of the months, for the first draws. Both are bounded, so that memory does not grow with the draws or
/// the horizon; the picture they are for shows no more.
/// </summary>
internal sealed class CashSamples
{
    /// <summary>Of all draws, the first; more would not move a band by the width of a line.</summary>
    public const int MostDraws = 2_000;

    /// <summary>A longer horizon is looked at in every second or third month only.</summary>
    public const int MostMonths = 40;

    private readonly int[] _placeOfMonth;
    private readonly double[][] _balances;

    public CashSamples(int draws, int policies, int horizon)
    {
        Draws = Math.Min(draws, MostDraws);
        Policies = policies;
        Months = MonthsOf(horizon);
        _placeOfMonth = new int[horizon + 1];
        Array.Fill(_placeOfMonth, -1);
        for (var place = 0; place < Months.Count; place++) _placeOfMonth[Months[place]] = place;
        _balances = [.. Enumerable.Range(0, policies * Months.Count).Select(_ => new double[Draws])];
    }

    public int Draws { get; }

    public int Policies { get; }

    /// <summary>Those that are kept, in order; the last one is the horizon.</summary>
    public IReadOnlyList<int> Months { get; }

    /// <summary>Keeps the balance if this month is one of those; every draw has places of its own.</summary>
    public void Keep(int policy, int month, int draw, double balance)
    {
        var place = _placeOfMonth[month];
        if (place >= 0) _balances[(policy * Months.Count) + place][draw] = balance;
    }

    /// <summary>The bands of each policy but the first, from today on. Bands are worked out side by side; each depends on its own draws only.</summary>
    public IReadOnlyList<FanPoint>[] Fans()
    {
        var bands = new Spread[_balances.Length];
        Parallel.For(Months.Count, _balances.Length, i => bands[i] = Spread.OfSorting(Differences(_balances[i], _balances[i % Months.Count])));
        return [.. Enumerable.Range(0, Policies).Select(FanOf)];

        IReadOnlyList<FanPoint> FanOf(int policy) => policy == 0 ? [] : [new(0, new(0, 0, 0, 0, 0, 0)), .. Months.Select((month, place) => new FanPoint(month, bands[(policy * Months.Count) + place]))];
    }

    internal static double[] Differences(double[] values, double[] first)
    {
        var differences = new double[values.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = values[i] - first[i];
        return differences;
    }

    private static List<int> MonthsOf(int horizon)
    {
        var step = (horizon + MostMonths - 1) / MostMonths;
        var months = new List<int>();
        // Counted back from the end, so that the horizon itself is always among them.
        for (var month = horizon; month > 0; month -= step) months.Add(month);
        months.Reverse();
        return months;
    }
}
