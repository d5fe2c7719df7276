using Google.OrTools.Graph;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Web.Features.Reallocation.Solving;

/// <summary>
/// Solves a match as a flow of least cost (OR-Tools): each person sends one unit through a role or past all of them. The matrix of such a problem is totally unimodular, so whole people come out.
/// </summary>
internal sealed class FlowSolver : IMatchSolver
{
    // More than any pair costs.
    private const long Dearest = 10_001;

    public IReadOnlyList<int?> Solve(MatchProblem problem, CancellationToken cancellationToken)
    {
        var roles = new int?[problem.People];
        if (problem.People == 0 || problem.Arcs.Count == 0) return roles;

        cancellationToken.ThrowIfCancellationRequested();
        var flow = new MinCostFlow(problem.People + problem.Seats.Count + 1, problem.Arcs.Count + problem.People + problem.Seats.Count);
        var sink = problem.People + problem.Seats.Count;
        foreach (var arc in problem.Arcs) flow.AddArcWithCapacityAndUnitCost(arc.Person, problem.People + arc.Role, 1, arc.Cost);
        // Leaving somebody out costs more than moving all the others could save, so that nobody is left out for a better score of others.
        var leftOut = Dearest * (problem.People + 1L);
        for (var person = 0; person < problem.People; person++)
        {
            flow.AddArcWithCapacityAndUnitCost(person, sink, 1, leftOut);
            flow.SetNodeSupply(person, 1);
        }

        for (var role = 0; role < problem.Seats.Count; role++) flow.AddArcWithCapacityAndUnitCost(problem.People + role, sink, problem.Seats[role], 0);
        flow.SetNodeSupply(sink, -problem.People);
        var status = flow.Solve();
        if (status != MinCostFlowBase.Status.OPTIMAL) throw new InvalidOperationException($"The match was not solved: {status}.");

        for (var i = 0; i < problem.Arcs.Count; i++)
        {
            if (flow.Flow(i) > 0) roles[problem.Arcs[i].Person] = problem.Arcs[i].Role;
        }

        return roles;
    }
}
