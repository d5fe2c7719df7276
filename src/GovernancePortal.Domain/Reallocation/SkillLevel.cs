using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>How well somebody masters a skill, as one source says. What each source says is kept beside the others.</summary>
public sealed class SkillLevel
{
    public const int Most = 5;

    private SkillLevel() { }

    public SkillLevel(PersonId personId, string skill, SkillSource source) => (PersonId, Skill, Source) = (personId, skill.Trim(), source);

    public PersonId PersonId { get; private set; }

    public string Skill { get; private set; } = "";

    public SkillSource Source { get; private set; }

    /// <summary>0 to 5.</summary>
    public double Level { get; private set; }

    public DateOnly StatedOn { get; private set; }

    public Result State(double level, DateOnly on)
    {
        if (!(level is >= 0 and <= Most)) return CaseErrors.At(nameof(Level), $"A level is 0 to {Most}.");
        (Level, StatedOn) = (level, on);
        return Result.Success;
    }

    /// <summary>The level that counts for each skill: the newest statement; of one day the lead's, then the file's, then one's own.</summary>
    public static IReadOnlyDictionary<string, double> Counting(IEnumerable<SkillLevel> levels) =>
        levels
            .GroupBy(l => l.Skill, StringComparer.OrdinalIgnoreCase)
            .Select(g => g.OrderByDescending(l => l.StatedOn).ThenByDescending(l => l.Source).First())
            .ToDictionary(l => l.Skill, l => l.Level, StringComparer.OrdinalIgnoreCase);
}
