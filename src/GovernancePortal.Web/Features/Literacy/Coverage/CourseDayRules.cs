using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>What keeps a course from having been taken in a version on a day, each thing at its field.</summary>
internal static class CourseDayRules
{
    public static List<FieldError> Check(Course? course, string version, DateOnly day, string courseField, string dayField)
    {
        if (course is null) return [new FieldError(courseField, "Choose a course.")];
        if (course.RetiredOn <= day) return [new FieldError(courseField, $"{course.Name} is no longer taught since {Say.Day(course.RetiredOn!.Value)}.")];

        var taken = course.Versions.FirstOrDefault(v => v.Label.Equals(version, StringComparison.Ordinal));
        if (taken is null && (course.Versions.Count > 0 || !version.Equals(course.CurrentVersion, StringComparison.Ordinal)))
            return [new FieldError(courseField, $"{course.Name} has no version {version}.")];
        if (taken is not null && day < taken.TaughtFrom)
            return [new FieldError(dayField, $"Version {version} is taught since {Say.Day(taken.TaughtFrom)}. Choose that day or a later one.")];
        return [];
    }
}
