using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Courses;

/// <summary>A course as forms begin with it.</summary>
/// <param name="Owner">Name and number of the owner, as the form offers them; null without one.</param>
/// <param name="Requirements">How many requirements ask for it now or from a coming day on.</param>
public sealed record CourseBrief(CourseId Id, int Version, string Code, CourseFacts Facts, string? Owner, string CurrentVersion, IReadOnlyList<string> Versions, int Requirements, DateOnly Today)
{
    /// <summary>Reads a course that is to be changed; one that the user may not change is refused at once.</summary>
    public static async Task<Result<CourseBrief>> ReadAsync(
        IDbContextFactory<PortalDbContext> contexts, CurrentUser user, CourseId id, DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var course = await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (course is null) return CommonErrors.NotFound;
        if (course.IsRetiredOn(today)) return CourseErrors.Retired;
        if (!await CourseReach.CoversAsync(db, user.ScopeOf(Policies.ManageCourses), course.OwnerId, cancellationToken)) return CourseErrors.OutOfReach;

        var owner = await db.People.Where(p => p.Id == course.OwnerId).Select(p => p.Name + ", " + p.EmployeeNumber).SingleOrDefaultAsync(cancellationToken);
        var requirements = await db.LiteracyRequirements.CountAsync(r => r.CourseId == id && (r.RetiredOn == null || r.RetiredOn > today), cancellationToken);
        var facts = new CourseFacts(course.Name, course.ValidityMonths, course.OwnerId, course.Tools, course.Roles, course.ActivityId);
        return new CourseBrief(course.Id, course.Version, course.Code, facts, owner, course.CurrentVersion, [.. course.Versions.Select(v => v.Label)], requirements, today);
    }
}
