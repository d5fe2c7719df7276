using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Rules;

/// <summary>A requirement as forms begin with it.</summary>
/// <param name="Words">What is asked of whom.</param>
/// <param name="Versions">Of the course, the newest first.</param>
public sealed record RequirementBrief(
    LiteracyRequirementId Id,
    int Version,
    UnitId UnitId,
    string UnitPath,
    CourseId CourseId,
    string Course,
    IReadOnlyList<string> Versions,
    string Words,
    RuleTerms Terms,
    DateOnly? CompletedSince,
    DateOnly AskedFrom,
    DateOnly Today)
{
    /// <summary>Reads a requirement that is to be changed; one that has ended, or stands on a unit outside the user's scope, is refused.</summary>
    public static async Task<Result<RequirementBrief>> ReadAsync(
        IDbContextFactory<PortalDbContext> contexts, CurrentUser user, LiteracyRequirementId id, DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await (
            from requirement in db.LiteracyRequirements
            join unit in db.Units.Within(user.ScopeOf(Policies.ManageCourses)) on requirement.UnitId equals unit.Id
            where requirement.Id == id
            select new { Requirement = requirement, unit.Name, unit.Path }
        ).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null) return CommonErrors.NotFound;
        if (row.Requirement.RetiredOn is not null) return CourseErrors.AlreadyEnded;

        var course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == row.Requirement.CourseId, cancellationToken);
        var (asked, terms) = (row.Requirement, RuleTerms.Of(row.Requirement));
        return new RequirementBrief(
            asked.Id,
            asked.Version,
            asked.UnitId,
            row.Path,
            course.Id,
            course.Name,
            [.. course.Versions.Select(v => v.Label).OrderDescending(Comparer<string>.Create(VersionLabel.Compare))],
            RuleWords.Sentence(row.Name, terms),
            terms,
            asked.CompletedSince,
            asked.AskedFrom,
            today);
    }

    /// <summary>Loads it for a change that was decided on looking at <paramref name="version"/>.</summary>
    internal static async Task<Result<LiteracyRequirement>> FindAsync(
        PortalDbContext db, CurrentUser user, LiteracyRequirementId id, int version, CancellationToken cancellationToken)
    {
        var covered = db.Units.Within(user.ScopeOf(Policies.ManageCourses)).Select(u => u.Id);
        var requirement = await db.LiteracyRequirements.SingleOrDefaultAsync(r => r.Id == id && covered.Contains(r.UnitId), cancellationToken);
        if (requirement is null) return CommonErrors.NotFound;
        if (requirement.RetiredOn is not null) return CourseErrors.AlreadyEnded;
        return requirement.Version == version ? requirement : CommonErrors.ChangedMeanwhile;
    }
}
