using System.Globalization;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;

namespace GovernancePortal.Web.Features.Plans.GetMove;

/// <summary>Works a match out again with one change at a time.</summary>
internal static class WhatIfs
{
    /// <summary>Roles that are looked at; each takes up to three matches.</summary>
    private const int MostRoles = 3;

    public static WhatIf[] Of(PlanGround ground, IReadOnlyList<PlanPair> pairs, int person, IMatchSolver solver, CancellationToken cancellationToken)
    {
        var now = RoleOf(ground);
        var scorer = new FitScorer([.. ground.People.Select(p => p.Candidate)], ground.WorkRoles(), MatchSettings.Standard);
        var others = Enumerable.Range(0, ground.Roles.Count).Where(r => r != now)
            .Select(r => (Role: r, Fit: scorer.Explain(person, r)))
            .Where(r => !r.Fit.Score.Barriers.HasFlag(Barriers.Declined))
            .OrderBy(r => r.Fit.Score.IsEligible ? 0 : 1).ThenByDescending(r => r.Fit.Score.Score).ThenBy(r => r.Role).Take(MostRoles);
        return [.. others.SelectMany(o => Changes(o.Role, o.Fit)).Select(c => Told(c.Words, RoleOf(c.Ground)))];

        int? RoleOf(PlanGround changed) => new PlanMatcher(changed, pairs).Roles(solver, cancellationToken)[person];

        WhatIf Told(string words, int? then) => new(words, then is { } role ? ground.Roles[role].Title : "No seat", then != now);

        IEnumerable<(string Words, PlanGround Ground)> Changes(int role, Fit fit)
        {
            var profile = ground.Roles[role];
            yield return ($"One more seat of {profile.Title}", MoreSeats(ground, profile.Id));
            if (ground.People[person].Candidate.Preferences.GetValueOrDefault(profile.Id.ToString()) != 1) yield return ($"{profile.Title} as the first wish", With(c => c with { Preferences = new Dictionary<string, int>(c.Preferences.Where(p => p.Value != 1), StringComparer.Ordinal) { [profile.Id.ToString()] = 1 } }));
            if (fit.Gaps.Count == 0) yield break;
            var gap = fit.Gaps.OrderByDescending(g => g.Need - g.Have).ThenBy(g => g.Skill, StringComparer.Ordinal).First();
            yield return (string.Create(CultureInfo.InvariantCulture, $"{gap.Skill} at {gap.Need:0.#} instead of {gap.Have:0.#}"), With(c => c with { Skills = new Dictionary<string, double>(c.Skills, StringComparer.Ordinal) { [gap.Skill] = gap.Need } }));
        }

        PlanGround With(Func<Candidate, Candidate> change) => new([.. ground.People.Select((p, i) => i == person ? p with { Candidate = change(p.Candidate) } : p)], ground.Roles, ground.Seats);
    }

    private static PlanGround MoreSeats(PlanGround ground, RoleProfileId role)
    {
        var first = ground.Seats.FirstOrDefault(s => s.RoleId == role);
        return new(ground.People, ground.Roles, first is null ? [.. ground.Seats, new GroundSeats(role, default, "", 1)] : [.. ground.Seats.Select(s => ReferenceEquals(s, first) ? s with { Free = s.Free + 1 } : s)]);
    }
}
