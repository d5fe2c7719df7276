using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>
/// Scores how well displaced people suit roles, from skills, knowledge, preference, level and training alone. Made once for all people and roles, because scarce knowledge
/// counts more; safe to use from several threads.
/// </summary>
public sealed class FitScorer
{
    /// <summary>From here on somebody counts as knowing an area.</summary>
    public const double Knows = 0.5;

    private const double Rounding = 1e-12;
    private const double TrainingRounding = 1e-9;
    private const double NotNamed = 0.25;

    private readonly IReadOnlyList<Candidate> _people;
    private readonly RoleDemand[] _roles;
    private readonly MatchSettings _settings;
    private readonly Dictionary<string, int> _holders = new(StringComparer.Ordinal);

    public FitScorer(IReadOnlyList<Candidate> people, IReadOnlyList<WorkRole> roles, MatchSettings settings)
    {
        (_people, _settings) = (people, settings);
        foreach (var area in people.SelectMany(p => p.Knowledge).Where(k => k.Value >= Knows).Select(k => k.Key)) _holders[area] = _holders.GetValueOrDefault(area) + 1;
        _roles = [.. roles.Select(r => new RoleDemand(r, _holders, settings.ScarcityBoost))];
    }

    public FitScore Score(int person, int role)
    {
        var (who, demand) = (_people[person], _roles[role]);
        var (work, barriers, missing, months, knowledge) = (demand.Role, Barriers.None, 0.0, 0.0, 0.0);
        foreach (var need in work.Skills)
        {
            var gap = Gap(who, need);
            missing += need.Level > 0 && demand.SkillWeight > 0 ? need.Weight / demand.SkillWeight * (gap / need.Level) : 0;
            months += gap * need.MonthsPerLevel;
            if (need.IsMandatory && gap > SkillNeed.WidestMandatoryGap) barriers |= Barriers.MandatorySkillGap;
        }

        if (months > work.MaxTrainingMonths + TrainingRounding) barriers |= Barriers.TrainingTooLong;
        foreach (var (area, share) in demand.Shares) knowledge += share * who.Knowledge.GetValueOrDefault(area);
        if (demand.Shares.Length > 0 && knowledge < work.MinKnowledge - Rounding) barriers |= Barriers.KnowledgeBelowFloor;
        if (who.Declined.Contains(work.Id)) barriers |= Barriers.Declined;
        var level = LevelTerm(work.Level, who.Level);
        if (level == 0) barriers |= Barriers.LevelMismatch;
        if (work.Locations.Count > 0 && !work.Locations.Contains(who.Location)) barriers |= Barriers.Location;

        var training = work.MaxTrainingMonths > 0 ? Math.Max(0, 1 - (months / work.MaxTrainingMonths)) : months == 0 ? 1 : 0;
        var terms = Weigh(demand.Shares.Length > 0 ? knowledge : null, level, PreferenceTerm(who, work.Id), demand.SkillWeight > 0 ? 1 - missing : null, training);
        if (terms.Sum < _settings.MinScore - Rounding) barriers |= Barriers.ScoreBelowFloor;
        return new(terms, months, barriers);
    }

    /// <summary>The same with names, for people to read.</summary>
    public Fit Explain(int person, int role)
    {
        var (who, demand, score) = (_people[person], _roles[role], Score(person, role));
        var gaps = demand.Role.Skills.Select(n => (Need: n, Gap: Gap(who, n))).Where(g => g.Gap > 0).ToArray();
        return new(
            score,
            [.. gaps.Select(g => new SkillGap(g.Need.Skill, who.Skills.GetValueOrDefault(g.Need.Skill), g.Need.Level, g.Gap * g.Need.MonthsPerLevel))],
            [.. Reasons(score.Barriers, gaps.Where(g => g.Need.IsMandatory && g.Gap > SkillNeed.WidestMandatoryGap).Select(g => g.Need.Skill))],
            [
                .. demand.Shares.Select(s => KnownBy(who, s.Area, s.Share))
                    .Where(k => k.Share > 0).OrderByDescending(k => k.Share).ThenBy(k => k.Area, StringComparer.Ordinal),
            ]);
    }

    private static IEnumerable<string> Reasons(Barriers barriers, IEnumerable<string> mandatory) =>
        Enum.GetValues<Barriers>().Where(b => b != Barriers.None && barriers.HasFlag(b)).SelectMany(b => b == Barriers.MandatorySkillGap ? mandatory.Select(s => $"{b.ToCode()}:{s}") : [b.ToCode()]);

    private KnownArea KnownBy(Candidate who, string area, double weight)
    {
        var knows = who.Knowledge.GetValueOrDefault(area);
        return new(area, weight * knows, _holders.GetValueOrDefault(area), knows >= Knows);
    }

    private static double Gap(Candidate who, SkillNeed need) => Math.Max(0, need.Level - who.Skills.GetValueOrDefault(need.Skill));

    private static double PreferenceTerm(Candidate who, string role) =>
        who.Preferences.GetValueOrDefault(role) switch
        {
            1 => 1,
            2 => 0.75,
            3 => 0.5,
            _ => NotNamed,
        };

    // One level up has to be learned, and one down is paid as before; further is no fair offer.
    private static double LevelTerm(Level asked, Level held) =>
        ((int)asked - (int)held) switch
        {
            0 => 1,
            1 => 0.7,
            -1 => 0.6,
            _ => 0,
        };

    private FitTerms Weigh(double? knowledge, double level, double preference, double? skill, double training)
    {
        var w = _settings.Weights;
        var all = (skill is null ? 0 : w.Skill) + (knowledge is null ? 0 : w.Knowledge) + w.Preference + w.Level + w.Training;
        return new(w.Knowledge * knowledge / all, w.Level * level / all, w.Preference * preference / all, w.Skill * skill / all, w.Training * training / all);
    }

    /// <summary>What a role asks for, prepared.</summary>
    private sealed class RoleDemand
    {
        public RoleDemand(WorkRole role, Dictionary<string, int> holders, double boost)
        {
            (Role, SkillWeight) = (role, role.Skills.Sum(s => s.Weight));
            var scarce = role.Knowledge.Where(k => k.Value > 0).Select(k => (Area: k.Key, Demand: k.Value * (1 + (boost / Math.Max(1, holders.GetValueOrDefault(k.Key)))))).ToArray();
            var sum = scarce.Sum(s => s.Demand);
            // In the order of names, so that a sum is the same whatever the order of the input.
            Shares = [.. scarce.OrderBy(s => s.Area, StringComparer.Ordinal).Select(s => (s.Area, s.Demand / sum))];
        }

        public WorkRole Role { get; }

        public double SkillWeight { get; }

        public (string Area, double Share)[] Shares { get; }
    }
}
