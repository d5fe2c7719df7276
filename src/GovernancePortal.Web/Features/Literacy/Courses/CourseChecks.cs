using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Courses;

/// <summary>What about a course only the database can tell.</summary>
internal static class CourseChecks
{
    /// <summary>Prefix of the fields of <see cref="CourseFacts"/> within a request.</summary>
    private const string Facts = "Facts.";

    /// <param name="db">The database.</param>
    /// <param name="courseId">The course itself, which is no other course.</param>
    /// <param name="facts">What is stated.</param>
    /// <param name="scope">The part of the organisation in which owners are named.</param>
    /// <param name="today">Owners work here on this day.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<List<FieldError>> FaultsAsync(
        PortalDbContext db, CourseId courseId, CourseFacts facts, UnitScope scope, DateOnly today, CancellationToken cancellationToken)
    {
        var faults = new List<FieldError>();
        if (facts.OwnerId is { } owner)
        {
            var works = await db.People.Within(db.Units, scope).AnyAsync(p => p.Id == owner && (p.LeftOn == null || p.LeftOn > today), cancellationToken);
            if (!works) faults.Add(new(Facts + nameof(CourseFacts.OwnerId), "Choose a person who works in the units your role covers."));
        }
        else if (!scope.IsWholeOrganisation)
        {
            faults.Add(new(Facts + nameof(CourseFacts.OwnerId), "Name an owner. A course without one belongs to the whole organisation, of which your role covers a part."));
        }

        if (facts.ActivityForm is { } activity)
        {
            var other = await db.Courses.Where(c => c.ActivityId == activity && c.Id != courseId).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken);
            if (other is not null) faults.Add(new(Facts + nameof(CourseFacts.ActivityId), $"Statements about this activity already count for another course: {other}."));
        }

        return faults;
    }

    /// <summary>A course's facts as the ledger keeps them.</summary>
    public static object Payload(CourseFacts facts) => new
    {
        name = facts.Name.Trim(),
        validityMonths = facts.ValidityMonths,
        owner = facts.OwnerId?.Value,
        tools = facts.ToolsForm,
        roles = facts.Roles.ToString(),
        activity = facts.ActivityForm,
    };

    /// <summary>A version's content as the ledger keeps it.</summary>
    public static object Payload(CourseVersion version) => new
    {
        label = version.Label,
        taughtFrom = version.TaughtFrom,
        minutes = version.DurationMinutes,
        teaches = version.Teaches,
        link = version.Link,
        sha256 = version.ContentHash,
    };
}
