using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Literacy;

/// <summary>What a course prepares for. Overseeing AI is a duty of its own and is trained apart from general use.</summary>
[Flags]
public enum UseRoles
{
    None = 0,

    /// <summary>Reads and uses what an AI system puts out.</summary>
    Uses = 1,

    /// <summary>Builds with AI or configures it for others.</summary>
    Builds = 2,

    /// <summary>Watches over AI output and can stop it.</summary>
    Oversees = 4,

    /// <summary>Decides where AI is used.</summary>
    Decides = 8,
}

/// <summary>Something that can be completed, in versions. A completion keeps the version that was taken.</summary>
public sealed class Course
{
    public const int CodeMaxLength = 64;
    public const int NameMaxLength = 200;
    public const int VersionLabelMaxLength = 32;
    public const int ToolsMaxLength = 400;
    public const int ActivityIdMaxLength = 400;
    public const int ReasonMaxLength = 400;
    public const int ValidityMaxMonths = 120;

    private readonly List<CourseVersion> _versions = [];

    private Course() { }

    public Course(CourseId id, string code, string name, string currentVersion, int? validityMonths)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (validityMonths is { } months) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        (Id, Code, Name, CurrentVersion, ValidityMonths) = (id, code, name, currentVersion, validityMonths);
    }

    public CourseId Id { get; private set; }

    /// <summary>How the training system names it; unique, upper case.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Label of the version that is taught now, such as <c>3</c> or <c>2026.1</c>; empty when the course has no versions.</summary>
    public string CurrentVersion { get; private set; } = "";

    /// <summary>How long a completion counts; null when it does not run out.</summary>
    public int? ValidityMonths { get; private set; }

    /// <summary>Who keeps the course true; null until somebody is named.</summary>
    public PersonId? OwnerId { get; private set; }

    /// <summary>The AI tools it is about, separated by commas; empty when it is about AI in general.</summary>
    public string Tools { get; private set; } = "";

    public UseRoles Roles { get; private set; }

    /// <summary>The activity's IRI in xAPI statements; null when no training system reports it.</summary>
    public string? ActivityId { get; private set; }

    /// <summary>From this day on the course is no longer taught.</summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>Why it is no longer taught; empty while it is.</summary>
    public string RetireReason { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<CourseVersion> Versions => _versions;

    /// <summary>First day on which any version was taught; null when nobody has said.</summary>
    public DateOnly? TaughtFrom => _versions.Count == 0 ? null : _versions.Min(v => v.TaughtFrom);

    /// <summary>The form in which codes are stored and compared.</summary>
    public static string CodeForm(string code) => code.Trim().ToUpperInvariant();

    public void Describe(string name, int? validityMonths, PersonId? ownerId, string tools, UseRoles roles, string? activityId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, ValidityMonths, OwnerId, Tools, Roles) = (name.Trim(), validityMonths, ownerId, tools, roles);
        ActivityId = string.IsNullOrWhiteSpace(activityId) ? null : activityId.Trim();
    }

    /// <summary>Adds a version. It is taught from its day on; the newest by day, then by label, is the current one.</summary>
    public void AddVersion(CourseVersion version)
    {
        _versions.Add(version);
        CurrentVersion = _versions.OrderBy(v => v.TaughtFrom).ThenBy(v => v.Label, Comparer<string>.Create(VersionLabel.Compare)).Last().Label;
    }

    public void Retire(DateOnly on, string reason = "") => (RetiredOn, RetireReason) = (on, reason);

    public bool IsRetiredOn(DateOnly day) => RetiredOn <= day;

    public bool IsTaughtOn(DateOnly day) => (RetiredOn is null || RetiredOn > day) && (TaughtFrom is null || TaughtFrom <= day);

    /// <summary>The version that was taught on a day. What is dated before the first version can have been no later one than that.</summary>
    public string VersionOn(DateOnly day)
    {
        var ordered = _versions.OrderBy(v => v.TaughtFrom).ThenBy(v => v.Label, Comparer<string>.Create(VersionLabel.Compare)).ToList();
        return (ordered.FindLast(v => v.TaughtFrom <= day) ?? ordered.FirstOrDefault())?.Label ?? CurrentVersion;
    }

    /// <summary>The last day on which a completion of that day counts.</summary>
    public DateOnly? ValidUntil(DateOnly completedOn) => ValidityMonths is { } months ? completedOn.AddMonths(months) : null;
}
