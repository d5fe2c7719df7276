using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Literacy.LogSession;

/// <summary>What keeps a session from being logged, each thing at its field.</summary>
internal static class SessionRules
{
    private const int MostNames = 3;

    public static List<FieldError> Check(Course? course, string version, DateOnly heldOn)
    {
        if (course is null) return [new FieldError(nameof(LogSessionCommand.CourseId), "Choose a course.")];
        if (course.RetiredOn <= heldOn) return [new FieldError(nameof(LogSessionCommand.CourseId), $"{course.Name} is no longer taught since {Say.Day(course.RetiredOn!.Value)}.")];

        var taken = course.Versions.FirstOrDefault(v => v.Label.Equals(version, StringComparison.Ordinal));
        if (taken is null && (course.Versions.Count > 0 || !version.Equals(course.CurrentVersion, StringComparison.Ordinal)))
            return [new FieldError(nameof(LogSessionCommand.CourseId), $"{course.Name} has no version {version}.")];
        if (taken is not null && heldOn < taken.TaughtFrom)
            return [new FieldError(nameof(LogSessionCommand.HeldOn), $"Version {version} is taught since {Say.Day(taken.TaughtFrom)}. Choose that day or a later one.")];
        return [];
    }

    /// <param name="people">Those of them whom the lead's role covers.</param>
    /// <param name="asked">How many were asked for.</param>
    /// <param name="heldOn">The day.</param>
    public static IEnumerable<FieldError> CheckPeople(IReadOnlyCollection<Person> people, int asked, DateOnly heldOn)
    {
        const string field = nameof(LogSessionCommand.People);
        if (people.Count < asked) yield return new FieldError(field, $"{Say.Of(asked - people.Count, "person is", "people are")} not in a unit you lead. Nothing was written.");

        var absent = people.Where(p => p.StartDate > heldOn || p.LeftOn <= heldOn).OrderBy(p => p.SearchName, StringComparer.Ordinal).Select(p => p.Name).ToList();
        if (absent.Count > 0) yield return new FieldError(field, $"{Names(absent)} did not work here on {Say.Day(heldOn)}. Untick {(absent.Count == 1 ? "them" : "these")} or change the date.");
    }

    public static Error Invalid(IReadOnlyList<FieldError> fields) =>
        new("session.invalid", fields.Count == 1 ? fields[0].Message : $"{fields.Count} answers need another look.", ErrorKind.Invalid) { Fields = fields };

    private static string Names(IReadOnlyList<string> names) =>
        names.Count <= MostNames ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} others";
}
