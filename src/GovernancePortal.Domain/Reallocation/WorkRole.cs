using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Reallocation;

/// <summary>A skill that a role asks for.</summary>
/// <param name="Skill">Its name.</param>
/// <param name="Level">Needed, 0 to 5.</param>
/// <param name="Weight">How much it counts beside the role's other skills.</param>
/// <param name="IsMandatory">Whoever is more than two levels short of it does not come into question.</param>
/// <param name="MonthsPerLevel">Training for one level.</param>
public sealed record SkillNeed(string Skill, double Level, double Weight = 1, bool IsMandatory = false, double MonthsPerLevel = SkillNeed.StandardMonthsPerLevel)
{
    public const double StandardMonthsPerLevel = 0.5;

    /// <summary>Levels that training closes in good time; a mandatory skill may not lack more.</summary>
    public const double WidestMandatoryGap = 2;
}

/// <summary>Work that displaced people can move into; all its seats are alike.</summary>
public sealed record WorkRole(string Id, string Title, Level Level)
{
    public const double StandardTrainingMonths = 4;

    public int Seats { get; init; } = 1;

    /// <summary>Full-time; whoever needs longer does not come into question.</summary>
    public double MaxTrainingMonths { get; init; } = StandardTrainingMonths;

    public IReadOnlyList<SkillNeed> Skills { get; init; } = [];

    /// <summary>How much the role needs to know of each system or knowledge area; only the proportions count.</summary>
    public IReadOnlyDictionary<string, double> Knowledge { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Least share of that knowledge, 0 to 1.</summary>
    public double MinKnowledge { get; init; }

    /// <summary>Where the work can be done; empty for anywhere.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];
}

/// <summary>Somebody whose position is displaced, as far as a match may look at them: nothing here is or stands for a protected attribute.</summary>
public sealed record Candidate(string Id, Level Level)
{
    public string Location { get; init; } = "";

    /// <summary>Level of each skill, 0 to 5.</summary>
    public IReadOnlyDictionary<string, double> Skills { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>How well they know each system or knowledge area, 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Knowledge { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Rank of the roles they would like, 1 the most.</summary>
    public IReadOnlyDictionary<string, int> Preferences { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Roles they do not want.</summary>
    public IReadOnlyCollection<string> Declined { get; init; } = [];
}
