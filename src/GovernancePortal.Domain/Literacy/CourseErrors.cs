using GovernancePortal.Domain.Common;

namespace GovernancePortal.Domain.Literacy;

/// <summary>Refusals that have to do with courses and with what is required of whom.</summary>
public static class CourseErrors
{
    public static Error Retired { get; } = new("course.retired", "This course is no longer taught, so it can neither be changed nor required.");

    public static Error OutOfReach { get; } =
        new("course.scope", "A course belongs to the unit of its owner, and your role does not cover that unit.", ErrorKind.Forbidden);

    public static Error AlreadyEnded { get; } =
        new("requirement.ended", "This requirement has been retired or replaced already. Open the course to see what is asked now.", ErrorKind.Conflict);

    public static Error StillRequired(int requirements) =>
        new(
            "course.required",
            requirements == 1
                ? "A requirement still asks for this course. Retire it first."
                : $"{requirements} requirements still ask for this course. Retire them first.");
}
