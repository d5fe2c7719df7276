using GovernancePortal.Data;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Literacy.Xapi;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Statements;

/// <summary>Finds the courses that statements speak of, by the activity that a course names.</summary>
internal sealed class StatementCourses
{
    private readonly Dictionary<string, Course> _byActivity;
    private readonly Dictionary<CourseId, Course> _byId;

    private StatementCourses(List<Course> courses) =>
        (_byActivity, _byId) = (courses.ToDictionary(c => c.ActivityId!, StringComparer.Ordinal), courses.ToDictionary(c => c.Id));

    public static async Task<StatementCourses> ReadAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        new(await db.Courses.AsNoTracking().Where(c => c.ActivityId != null).ToListAsync(cancellationToken));

    /// <summary>The course; a unit of cmi5 is known by the activities that it belongs to as well. Elsewhere a part of a course is not the course.</summary>
    public CourseId? Find(Statement statement)
    {
        string[] names = statement.ActivityId is { } id ? [id] : [];
        return names.Concat(statement.IsCmi5 ? statement.PartOf : []).Select(n => _byActivity.GetValueOrDefault(n)).FirstOrDefault(c => c is not null)?.Id;
    }

    public Course? Of(CourseId id) => _byId.GetValueOrDefault(id);
}
