using GovernancePortal.Domain.Literacy;

namespace GovernancePortal.Web.Features.Literacy.Courses;

/// <summary>A course that may be said to have been taken, and in which versions.</summary>
/// <param name="Versions">The newest first; one of them, or the empty label of a course without versions.</param>
public sealed record CourseChoice(CourseId Id, string Name, IReadOnlyList<string> Versions)
{
    /// <summary>What a list offers: a key for each version, and how it is named.</summary>
    public IEnumerable<(string Key, string Label)> Options => Versions.Select(v => (KeyOf(Id, v), v.Length == 0 ? Name : $"{Name}, version {v}"));

    public static CourseChoice Of(Course course) =>
        new(course.Id, course.Name, course.Versions.Count == 0 ? [course.CurrentVersion] : [.. course.Versions.OrderByDescending(v => v.TaughtFrom).Select(v => v.Label)]);

    public static string KeyOf(CourseId course, string version) => $"{course.Value:N} {version}";

    /// <summary>Null when it is no key.</summary>
    public static (CourseId Course, string Version)? Read(string key)
    {
        var space = key.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Guid.TryParse(key.AsSpan(0, space), out var id) ? (new CourseId(id), key[(space + 1)..]) : null;
    }
}
