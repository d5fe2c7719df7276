using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Usage;

/// <summary>Use of one team.</summary>
/// <param name="Members">Different people who belonged to it on some day; null where it is not told.</param>
/// <param name="Active">Different people who used the tool on a day on which they belonged to it; null where it is not told.</param>
public sealed record TeamUse(string Team, int? Members, int? Active);

/// <summary>
/// Counts use by team. Teams overlap, so a figure is told only where neither it nor its difference to another told team speaks of one to four people; somebody
/// in two teams counts in each of them, and once in the count of all.
/// </summary>
public sealed class TeamUseCount
{
    private readonly Dictionary<string, Team> _teams;
    private readonly Dictionary<string, List<Team>> _teamsOf = new(StringComparer.Ordinal);

    /// <param name="members">Who belonged to which team; a pair may repeat.</param>
    /// <param name="active">Who used the tool while belonging to which team; a pair may repeat.</param>
    public TeamUseCount(IEnumerable<(string Team, string Login)> members, IEnumerable<(string Team, string Login)> active)
    {
        _teams = members.GroupBy(m => m.Team, m => m.Login, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Team(g.Key, g), StringComparer.Ordinal);
        foreach (var (team, login) in active) _teams[team].Active.Add(login);
        foreach (var team in _teams.Values)
        {
            foreach (var login in team.Members)
            {
                if (!_teamsOf.TryGetValue(login, out var teams)) _teamsOf.Add(login, teams = []);
                teams.Add(team);
            }
        }

        // Larger teams first: a figure that is left out costs least where it is small.
        foreach (var team in _teams.Values.OrderByDescending(t => t.Members.Count).ThenBy(t => t.Name, StringComparer.Ordinal)) team.IsTold = MayTell(team);
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<TeamUse> Teams =>
        [.. _teams.Values.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => t.IsTold ? new TeamUse(t.Name, t.Members.Count, t.Active.Count) : new TeamUse(t.Name, null, null))];

    /// <summary>Different people of all teams together who used the tool; null where it, or what it says beside the teams, is of one to four people.</summary>
    public int? Active
    {
        get
        {
            var all = _teams.Values.SelectMany(t => t.Active).ToHashSet(StringComparer.Ordinal);
            var others = all.Count - _teams.Values.Where(t => t.IsTold).SelectMany(t => t.Active).Distinct(StringComparer.Ordinal).Count();
            return !SmallGroups.IsFew(all.Count) && !SmallGroups.IsFew(others) ? all.Count : null;
        }
    }

    private bool MayTell(Team team)
    {
        if (team.Members.Count < SmallGroups.Least || SmallGroups.IsFew(team.Active.Count)) return false;

        var shared = new Dictionary<Team, (int Members, int Active)>();
        foreach (var login in team.Members)
        {
            foreach (var other in _teamsOf[login].Where(t => t.IsTold))
            {
                var (members, active) = shared.GetValueOrDefault(other);
                shared[other] = (members + 1, team.Active.Contains(login) && other.Active.Contains(login) ? active + 1 : active);
            }
        }

        return shared.All(s =>
            !SmallGroups.IsFew(team.Members.Count - s.Value.Members) && !SmallGroups.IsFew(s.Key.Members.Count - s.Value.Members)
            && !SmallGroups.IsFew(team.Active.Count - s.Value.Active) && !SmallGroups.IsFew(s.Key.Active.Count - s.Value.Active));
    }

    private sealed class Team(string name, IEnumerable<string> members)
    {
        public string Name { get; } = name;

        public HashSet<string> Members { get; } = new(members, StringComparer.Ordinal);

        public HashSet<string> Active { get; } = new(StringComparer.Ordinal);

        public bool IsTold { get; set; }
    }
}
