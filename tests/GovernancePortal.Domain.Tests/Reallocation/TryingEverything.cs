using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Domain.Tests.Reallocation;

/// <summary>Tries every assignment there is; for a handful of people.</summary>
internal sealed class TryingEverything : IMatchSolver
{
    public IReadOnlyList<int?> Solve(MatchProblem problem, CancellationToken cancellationToken)
    {
        var (seats, now, best) = (problem.Seats.ToArray(), new int?[problem.People], new int?[problem.People]);
        var record = (Placed: -1, Cost: 0);
        Try(0, 0, 0);
        return best;

        void Try(int person, int placed, int cost)
        {
            if (person == problem.People)
            {
                if (placed < record.Placed || (placed == record.Placed && cost >= record.Cost)) return;
                record = (placed, cost);
                now.CopyTo(best, 0);
                return;
            }

            foreach (var arc in problem.Arcs.Where(a => a.Person == person && seats[a.Role] > 0))
            {
                seats[arc.Role]--;
                now[person] = arc.Role;
                Try(person + 1, placed + 1, cost + arc.Cost);
                seats[arc.Role]++;
            }

            now[person] = null;
            Try(person + 1, placed, cost);
        }
    }
}
