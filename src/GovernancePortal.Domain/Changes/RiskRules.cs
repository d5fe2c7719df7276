using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Domain.Changes;

/// <summary>A system that changes touch: which unit answers for it, how much depends on it, and what its reviewers have to have learned.</summary>
public sealed class CodeSystem
{
    public const int NameMaxLength = PersonSystem.NameMaxLength;
    public const int MostRepositories = 50;

    private CodeSystem() { }

    public CodeSystem(string name, UnitId unitId, Criticality criticality, CourseId? courseId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = NameForm(name);
        Set(unitId, criticality, courseId);
    }

    public long Id { get; private set; }

    /// <summary>Unique; see <see cref="NameForm"/>.</summary>
    public string Name { get; private set; } = "";

    public UnitId UnitId { get; private set; }

    public Criticality Criticality { get; private set; }

    /// <summary>Whoever signs off a change to it holds this course.</summary>
    public CourseId? CourseId { get; private set; }

    public int Version { get; private set; }

    /// <summary>The form in which names of systems are stored and compared.</summary>
    public static string NameForm(string name) => name.Trim().ToLowerInvariant();

    public void Set(UnitId unitId, Criticality criticality, CourseId? courseId) => (UnitId, Criticality, CourseId) = (unitId, criticality, courseId);
}

/// <summary>A repository whose changes touch a system when they do not say which.</summary>
public sealed class SystemRepository
{
    private SystemRepository() { }

    public SystemRepository(string system, string repository) => (System, Repository) = (CodeSystem.NameForm(system), ProposedChange.RepositoryForm(repository));

    /// <summary>Name of the system.</summary>
    public string System { get; private set; } = "";

    public string Repository { get; private set; } = "";
}

/// <summary>Puts changes into a risk tier. What a rule leaves open does not narrow it.</summary>
public sealed class RiskRule
{
    public const int PatternMaxLength = 200;

    private RiskRule() { }

    public RiskRule(string system, string pathPattern, Criticality? criticality, RiskTier tier) =>
        (System, PathPattern, Criticality, Tier) = (CodeSystem.NameForm(system), pathPattern.Trim(), criticality, tier);

    public long Id { get; private set; }

    /// <summary>Name of a system; empty for all.</summary>
    public string System { get; private set; } = "";

    /// <summary>Such as <c>**/payments/**</c>; empty for every path.</summary>
    public string PathPattern { get; private set; } = "";

    public Criticality? Criticality { get; private set; }

    public RiskTier Tier { get; private set; }

    /// <summary>Whether it speaks of a change to these systems and paths.</summary>
    public bool Matches(IReadOnlyList<TouchedSystem> systems, IReadOnlyList<string> paths) =>
        (System.Length == 0 || systems.Any(s => s.Name.Equals(System, StringComparison.OrdinalIgnoreCase)))
        && (Criticality is not { } least || systems.Any(s => s.Criticality >= least && (System.Length == 0 || s.Name.Equals(System, StringComparison.OrdinalIgnoreCase))))
        && (PathPattern.Length == 0 || paths.Any(p => PathGlob.Matches(PathPattern, p)));

    /// <summary>
    /// The highest tier of the rules that speak of the change. Where none does, the most critical system decides: high to high, medium to limited, the rest to minimal.
    /// A change to a system that nobody registered is high-risk until somebody says otherwise.
    /// </summary>
    public static RiskTier TierOf(IEnumerable<RiskRule> rules, IReadOnlyList<TouchedSystem> systems, IReadOnlyList<string> paths, bool hasUnknown)
    {
        if (hasUnknown || systems.Count == 0) return RiskTier.High;
        var matching = rules.Where(r => r.Matches(systems, paths)).Select(r => r.Tier).ToList();
        return matching.Count > 0 ? matching.Max() : (RiskTier)systems.Max(s => (int)s.Criticality);
    }
}

/// <param name="Name">Of the system.</param>
/// <param name="Criticality">How much depends on it.</param>
public sealed record TouchedSystem(string Name, Criticality Criticality);
