namespace GovernancePortal.Domain.Literacy;

/// <summary>One version of a course: what it taught, from when, and how its content can be told from another. It is never changed, only followed by the next.</summary>
public sealed class CourseVersion
{
    public const int TeachesMaxLength = 2_000;
    public const int LinkMaxLength = 800;
    public const int ContentHashLength = 64;
    public const int DurationMaxMinutes = 10_000;

    private CourseVersion() { }

    public CourseVersion(CourseId courseId, string label, DateOnly taughtFrom, string teaches)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        (CourseId, Label, TaughtFrom, Teaches) = (courseId, label, taughtFrom, teaches);
    }

    public CourseId CourseId { get; private set; }

    public string Label { get; private set; } = "";

    public DateOnly TaughtFrom { get; private set; }

    /// <summary>What somebody can do afterwards.</summary>
    public string Teaches { get; private set; } = "";

    /// <summary>Where it is taken; null when it is taught in a room.</summary>
    public string? Link { get; private set; }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits; null when it has none that could be hashed.</summary>
    public string? ContentHash { get; private set; }

    public int? DurationMinutes { get; private set; }

    public void SetContent(string? link, string? contentHash, int? durationMinutes)
    {
        if (durationMinutes is { } minutes) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);
        (Link, ContentHash, DurationMinutes) = (link, contentHash, durationMinutes);
    }
}
