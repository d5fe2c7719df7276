using GovernancePortal.Domain.Literacy;

namespace GovernancePortal.Web.Features.Literacy.Courses;

/// <summary>What courses are for, in words.</summary>
public static class CourseWords
{
    /// <summary>Each role of use with its words, as forms offer them.</summary>
    public static IReadOnlyList<(UseRoles Role, string Word)> AllRoles { get; } =
        [(UseRoles.Uses, "use AI output"), (UseRoles.Builds, "build or configure AI"), (UseRoles.Oversees, "oversee AI output"), (UseRoles.Decides, "decide where AI is used")];

    public static string Roles(UseRoles roles) =>
        roles == UseRoles.None ? "meet AI in any way" : string.Join(", ", AllRoles.Where(r => roles.HasFlag(r.Role)).Select(r => r.Word));
}
