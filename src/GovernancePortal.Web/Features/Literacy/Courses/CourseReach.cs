using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Courses;

/// <summary>
/// Which courses somebody may change. A course stands on no unit of its own; it belongs to the unit of its owner, and one without an owner to whoever
/// covers the whole organisation.
/// </summary>
internal static class CourseReach
{
    public static async Task<bool> CoversAsync(PortalDbContext db, UnitScope scope, PersonId? owner, CancellationToken cancellationToken) =>
        scope.IsWholeOrganisation || (owner is { } id && await db.People.Within(db.Units, scope).AnyAsync(p => p.Id == id, cancellationToken));

    /// <summary>Loads it for a change that was decided on looking at <paramref name="version"/>.</summary>
    public static async Task<Result<Course>> FindAsync(
        PortalDbContext db, CurrentUser user, CourseId id, int version, DateOnly today, CancellationToken cancellationToken)
    {
        var course = await db.Courses.SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (course is null) return CommonErrors.NotFound;
        if (!await CoversAsync(db, user.ScopeOf(Policies.ManageCourses), course.OwnerId, cancellationToken)) return CourseErrors.OutOfReach;
        if (course.Version != version) return CommonErrors.ChangedMeanwhile;
        return course.IsRetiredOn(today) ? CourseErrors.Retired : course;
    }
}
