namespace GovernancePortal.Domain.Reallocation;

/// <summary>Who may take which seat, and what that costs; what a solver sees, without names.</summary>
/// <param name="People">How many.</param>
/// <param name="Seats">Of each role.</param>
/// <param name="Arcs">Every pair that comes into question.</param>
public sealed record MatchProblem(int People, IReadOnlyList<int> Seats, IReadOnlyList<MatchArc> Arcs);

public readonly record struct MatchArc(int Person, int Role, int Cost);

/// <summary>Finds an assignment that places as many people as can be and, of those, one that costs least. Which of several such it finds is its own affair.</summary>
public interface IMatchSolver
{
    /// <returns>The role of each person; null for whoever gets none.</returns>
    IReadOnlyList<int?> Solve(MatchProblem problem, CancellationToken cancellationToken);
}

/// <summary>Why somebody got what they got.</summary>
public enum PlacementReason
{
    /// <summary>The role that suits them best.</summary>
    Best,

    /// <summary>Another role suits better; its seats went where they gain more.</summary>
    Capacity,
    NoSeatLeft,
    NoEligibleRole,
}

/// <summary>What the match proposes for one person. Nothing happens before the person and their manager have answered.</summary>
/// <param name="Person">Index.</param>
/// <param name="Role">Index; null for no seat.</param>
/// <param name="Fit">With that role.</param>
/// <param name="Best">Index of the role that suits best, whoever else wants it; null when none comes into question.</param>
/// <param name="ScoreGivenUp">What the best role would have scored more; null without a seat.</param>
/// <param name="Reason">Why.</param>
public sealed record Placement(int Person, int? Role, Fit? Fit, int? Best, double? ScoreGivenUp, PlacementReason Reason);

/// <param name="Placed">How many have a seat.</param>
/// <param name="TotalCost">Of all placements.</param>
/// <param name="Placements">In the order of the people.</param>
public sealed record MatchResult(int Placed, long TotalCost, IReadOnlyList<Placement> Placements);

/// <summary>Matches displaced people to seats: as many people as can be, then the best fits.</summary>
public sealed class Matching
{
    /// <summary>Of more roles than this only the best fits of a person are offered to the solver, and every role that the person named.</summary>
    public const int MostArcs = 40;

    private readonly IReadOnlyList<Candidate> _people;
    private readonly IReadOnlyList<WorkRole> _roles;
    private readonly Dictionary<string, int> _roleOf;
    private readonly FitScorer _scorer;

    public Matching(IReadOnlyList<Candidate> people, IReadOnlyList<WorkRole> roles, MatchSettings? settings = null)
    {
        (_people, _roles, _scorer) = (people, roles, new FitScorer(people, roles, settings ?? MatchSettings.Standard));
        _roleOf = roles.Select((r, i) => (r.Id, Index: i)).ToDictionary(r => r.Id, r => r.Index, StringComparer.Ordinal);
    }

    public Fit Explain(int person, int role) => _scorer.Explain(person, role);

    public MatchResult Solve(IMatchSolver solver, CancellationToken cancellationToken = default)
    {
        var (arcs, best) = (new MatchArc[_people.Count][], new (int Role, FitScore Fit)?[_people.Count]);
        Parallel.For(0, _people.Count, new ParallelOptions { CancellationToken = cancellationToken }, person => (arcs[person], best[person]) = ArcsOf(person));
        var roles = solver.Solve(new(_people.Count, [.. _roles.Select(r => r.Seats)], [.. arcs.SelectMany(a => a)]), cancellationToken);

        var placements = new Placement[_people.Count];
        Parallel.For(0, _people.Count, new ParallelOptions { CancellationToken = cancellationToken }, person => placements[person] = PlacementOf(person, roles[person], best[person]));
        return new(placements.Count(p => p.Role is not null), placements.Sum(p => (long)(p.Fit?.Score.Cost ?? 0)), placements);
    }

    private (MatchArc[] Arcs, (int Role, FitScore Fit)? Best) ArcsOf(int person)
    {
        var eligible = new List<(int Role, FitScore Fit)>();
        for (var role = 0; role < _roles.Count; role++)
        {
            var fit = _scorer.Score(person, role);
            if (fit.IsEligible) eligible.Add((role, fit));
        }

        if (eligible.Count == 0) return ([], null);
        // Of equals the first.
        var best = eligible.MaxBy(e => (e.Fit.Score, -e.Role));
        var named = _people[person].Preferences.Keys.Select(k => _roleOf.GetValueOrDefault(k, -1)).ToHashSet();
        var offered = _roles.Count <= MostArcs ? eligible : [.. eligible.OrderBy(e => e.Fit.Cost).ThenBy(e => e.Role).Where((e, i) => i < MostArcs || named.Contains(e.Role))];
        return ([.. offered.Select(e => new MatchArc(person, e.Role, e.Fit.Cost))], best);
    }

    private Placement PlacementOf(int person, int? role, (int Role, FitScore Fit)? best)
    {
        if (best is not { } top) return new(person, null, null, null, null, PlacementReason.NoEligibleRole);
        if (role is not { } given) return new(person, null, null, top.Role, null, PlacementReason.NoSeatLeft);

        var fit = _scorer.Explain(person, given);
        return new(person, given, fit, top.Role, top.Fit.Score - fit.Score.Score, fit.Score.Cost <= top.Fit.Cost ? PlacementReason.Best : PlacementReason.Capacity);
    }
}
