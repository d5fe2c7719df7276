namespace GovernancePortal.Domain.Literacy;

/// <summary>Something that can be completed, in its current version. A completion keeps the version that was taken.</summary>
public sealed class Course
{
    public const int CodeMaxLength = 64;
    public const int NameMaxLength = 200;
    public const int VersionLabelMaxLength = 32;

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

    /// <summary>From this day on the course is no longer taught.</summary>
    public DateOnly? RetiredOn { get; private set; }

    public int Version { get; private set; }

    /// <summary>The form in which codes are stored and compared.</summary>
    public static string CodeForm(string code) => code.Trim().ToUpperInvariant();

    public void Retire(DateOnly on) => RetiredOn = on;

    /// <summary>The last day on which a completion of that day counts.</summary>
    public DateOnly? ValidUntil(DateOnly completedOn) => ValidityMonths is { } months ? completedOn.AddMonths(months) : null;
}
