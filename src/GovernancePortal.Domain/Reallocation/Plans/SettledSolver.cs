namespace GovernancePortal.Domain.Reallocation;

/// <summary>Solves a match in which some people have their role already: their seats are taken, and everybody else is matched to what is left.</summary>
/// <param name="inner">Solves the rest.</param>
/// <param name="settled">Role by person, as indices.</param>
public sealed class SettledSolver(IMatchSolver inner, IReadOnlyDictionary<int, int> settled) : IMatchSolver
{
    /// <exception cref="ArgumentException">More people are settled on a role than it has seats.</exception>
    public IReadOnlyList<int?> Solve(MatchProblem problem, CancellationToken cancellationToken)
    {
        var seats = problem.Seats.ToArray();
        foreach (var role in settled.Values)
        {
            if (--seats[role] < 0) throw new ArgumentException("More people are settled on a role than it has seats.", nameof(problem));
        }

        var solved = inner.Solve(problem with { Seats = seats, Arcs = [.. problem.Arcs.Where(a => !settled.ContainsKey(a.Person))] }, cancellationToken).ToArray();
        foreach (var (person, role) in settled) solved[person] = role;
        return solved;
    }
}
