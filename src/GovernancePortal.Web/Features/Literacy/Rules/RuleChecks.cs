using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Platform.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Rules;

/// <summary>What about a requirement only the database can tell, and how the ledger keeps one.</summary>
internal static class RuleChecks
{
    /// <summary>The course, if it may be required; a version that does not exist could never be met.</summary>
    public static async Task<Result<Course>> CourseAsync(PortalDbContext db, CourseId id, string minimumVersion, DateOnly today, CancellationToken cancellationToken)
    {
        var course = await db.Courses.SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (course is null) return CommonErrors.NotFound;
        if (course.IsRetiredOn(today)) return CourseErrors.Retired;

        var minimum = minimumVersion.Trim();
        var exists = minimum.Length == 0 || minimum == course.CurrentVersion || course.Versions.Any(v => VersionLabel.Compare(v.Label, minimum) == 0);
        return exists ? course : FieldRefusal.At($"Terms.{nameof(RuleTerms.MinimumVersion)}", $"The course has no version {minimum}, so nobody could meet this.");
    }

    /// <summary>A requirement as the ledger keeps it.</summary>
    public static object Payload(LiteracyRequirement requirement) => new
    {
        course = requirement.CourseId.Value,
        unit = requirement.UnitId.Value,
        role = requirement.WorkRole,
        levels = requirement.Levels.ToString(),
        contractor = requirement.IsContractor,
        tool = requirement.Tool,
        oversees = requirement.Oversees,
        minimumVersion = requirement.MinimumVersion,
        validityMonths = requirement.ValidityMonths,
        graceDays = requirement.JoinerGraceDays,
        from = requirement.AskedFrom,
        completedSince = requirement.CompletedSince,
        cause = requirement.Cause.ToString(),
        reason = requirement.Reason,
        replaces = requirement.Replaces?.Value,
    };
}
