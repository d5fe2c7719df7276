using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Literacy.GetCourse;

/// <summary>The course's state in one sentence.</summary>
internal static class CourseFinding
{
    public static string Of(CourseResponse course)
    {
        if (course.RetiredOn is { } retired) return $"It is no longer taught since {Say.Day(retired)}{(course.RetireReason.Length == 0 ? "." : $": {course.RetireReason}")}";
        if (course.Requirements.Count == 0) return "Nobody has to take this course.";
        if (course.Requirements.Count > 1) return $"{Say.Number(course.Requirements.Count, capital: true)} requirements ask for this course.";

        var only = course.Requirements[0];
        return only.Figures is { People: > 0 and var people, Meet: { } meet }
            ? $"One requirement asks for this course; {Say.Count(meet)} of {(only.Figures.Rounded ? "about " : "")}{Say.Of(people, "person meets", "people meet")} it."
            : "One requirement asks for this course.";
    }
}
