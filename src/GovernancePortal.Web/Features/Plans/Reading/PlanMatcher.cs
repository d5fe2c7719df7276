using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;

namespace GovernancePortal.Web.Features.Plans.Reading;

/// <summary>Matches the people of a plan to the seats there are, with what Human Resources settled, and keeps why.</summary>
internal sealed class PlanMatcher
{
    private readonly PlanGround _ground;
    private readonly WorkRole[] _roles;
    private readonly Candidate[] _people;
    private readonly Matching _matching;
    private readonly Dictionary<PersonId, PlanPair> _pinned;
    private readonly Dictionary<int, int> _settled = [];

    public PlanMatcher(PlanGround ground, IEnumerable<PlanPair> pairs)
    {
        (_ground, _roles) = (ground, ground.WorkRoles());
        var all = pairs.ToLookup(p => p.PersonId);
        _pinned = all.Select(g => g.FirstOrDefault(p => p.Kind == PairKind.Pinned)).OfType<PlanPair>().ToDictionary(p => p.PersonId);
        // Whom Human Resources keeps from a role, and who declined it, is not matched to it.
        _people = [.. ground.People.Select(p => p.Candidate with { Declined = [.. p.Candidate.Declined.Concat(all[p.Id].Where(x => x.Kind != PairKind.Pinned).Select(x => x.RoleId.ToString())).Distinct(StringComparer.Ordinal)] })];
        _matching = new Matching(_people, _roles);
        var roleOf = ground.Roles.Select((r, i) => (r.Id, i)).ToDictionary(r => r.Id, r => r.i);
        for (var person = 0; person < _people.Length; person++)
        {
            if (_pinned.TryGetValue(ground.People[person].Id, out var pin) && roleOf.TryGetValue(pin.RoleId, out var role)) _settled[person] = role;
        }
    }

    /// <summary>What stands against a match at all; null for nothing.</summary>
    public Error? Refusal()
    {
        foreach (var group in _settled.GroupBy(s => s.Value))
        {
            if (group.Count() > _roles[group.Key].Seats) return PlanErrors.NoSeat;
        }

        return null;
    }

    public IReadOnlyList<MoveProposal> Propose(IMatchSolver solver, CancellationToken cancellationToken)
    {
        var placements = Solve(solver, cancellationToken);
        var units = UnitsOf(placements);
        var proposals = new MoveProposal[placements.Count];
        Parallel.For(0, placements.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => proposals[i] = ProposalOf(placements[i], units[i]));
        return proposals;
    }

    /// <summary>The role of each person, as an index; null for no seat.</summary>
    public IReadOnlyList<int?> Roles(IMatchSolver solver, CancellationToken cancellationToken) => [.. Solve(solver, cancellationToken).Select(p => p.Role)];

    private IReadOnlyList<Placement> Solve(IMatchSolver solver, CancellationToken cancellationToken)
    {
        var solved = _matching.Solve(new SettledSolver(solver, _settled), cancellationToken).Placements;
        // Whoever is pinned has the role even where the match would say that none comes into question.
        return [.. solved.Select(p => _settled.TryGetValue(p.Person, out var role) ? new Placement(p.Person, role, _matching.Explain(p.Person, role), p.Best, null, PlacementReason.Best) : p)];
    }

    private MoveProposal ProposalOf(Placement placement, UnitId? unit)
    {
        var person = _ground.People[placement.Person];
        var pin = _settled.ContainsKey(placement.Person) ? _pinned[person.Id] : null;
        var words = PlacementWords.Of(placement, _people[placement.Person], _roles).ToList();
        if (pin is not null) words[0] = $"Human Resources chose {_roles[placement.Role!.Value].Title} for you: {pin.Reason}";
        var explanation = new MoveExplanation(words, placement.Reason, placement.Fit?.Score.Terms, placement.Fit?.Gaps ?? [], Others(placement));
        if (placement is not { Role: { } role, Fit: { Score: var score } }) return new(person.Id, null, explanation);
        return new(person.Id, new ProposedSeat(_ground.Roles[role].Id, unit, score.Score, score.Cost, score.TrainingMonths, pin is not null), explanation);
    }

    private IReadOnlyList<OtherRole> Others(Placement placement) =>
    [
        .. Enumerable.Range(0, _roles.Length)
            .Where(role => role != placement.Role)
            .Select(role => (Role: _roles[role], Fit: _matching.Explain(placement.Person, role)))
            .OrderBy(o => o.Fit.Score.IsEligible ? 0 : 1)
            .ThenByDescending(o => o.Fit.Score.Score)
            .ThenBy(o => o.Role.Title, StringComparer.Ordinal)
            .Take(MoveExplanation.MostOthers)
            .Select(o => new OtherRole(o.Role.Title, o.Fit.Score.Score, [.. o.Fit.Reasons, .. o.Role.Seats == 0 ? ["noSeats"] : Array.Empty<string>()])),
    ];

    private UnitId?[] UnitsOf(IReadOnlyList<Placement> placements)
    {
        var units = new UnitId?[placements.Count];
        foreach (var group in placements.Where(p => p.Role is not null).GroupBy(p => p.Role!.Value))
        {
            var people = group.Select(p => p.Person).ToArray();
            var seats = _ground.Seats.Where(s => s.RoleId == _ground.Roles[group.Key].Id).Select(s => new UnitSeats(s.UnitId, s.UnitPath, s.Free)).ToArray();
            var shared = SeatSharing.Share([.. people.Select(p => _ground.People[p].UnitPath)], seats);
            for (var i = 0; i < people.Length; i++) units[people[i]] = shared[i];
        }

        return units;
    }
}
