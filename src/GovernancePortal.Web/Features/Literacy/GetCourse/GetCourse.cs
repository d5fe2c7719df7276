using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.GetCourse;

/// <summary>One course: its versions, and who has to take it or had to.</summary>
[Requires(Policies.ViewCourses)]
public sealed record GetCourseQuery(CourseId CourseId) : IRequest<Result<CourseResponse>>;

/// <param name="Owner">Null when nobody is named.</param>
/// <param name="OwnerLeft">Whether the owner no longer works here.</param>
/// <param name="Requirements">Asked now or from a coming day on; the newest first.</param>
/// <param name="Past">No longer asked; the newest first.</param>
/// <param name="MayRequire">Whether the user may require it of people of some unit.</param>
/// <param name="MayChange">Whether the user may change the course.</param>
public sealed record CourseResponse(
    CourseId Id,
    string Code,
    string Name,
    string CurrentVersion,
    int? ValidityMonths,
    string? Owner,
    bool OwnerLeft,
    string Tools,
    UseRoles Roles,
    string? ActivityId,
    DateOnly? RetiredOn,
    string RetireReason,
    IReadOnlyList<TaughtVersion> Versions,
    IReadOnlyList<AskedRequirement> Requirements,
    IReadOnlyList<AskedRequirement> Past,
    bool MayRequire,
    bool MayChange
);

public sealed record TaughtVersion(string Label, DateOnly TaughtFrom, int? DurationMinutes, string Teaches, string? Link, string? ContentHash);

/// <param name="Words">What is asked of whom.</param>
/// <param name="IsBegun">Whether it is asked already, or was.</param>
/// <param name="RetiredOn">First day on which it is no longer asked; null while no end is known.</param>
/// <param name="IsReplaced">Whether another requirement took its place, so that its end needs no reason of its own.</param>
/// <param name="Figures">People of the units the user's role covers; null when it covers none of them, or nothing is asked yet.</param>
/// <param name="MayChange">Whether the user may revise or retire it.</param>
public sealed record AskedRequirement(
    LiteracyRequirementId Id,
    string Words,
    string UnitPath,
    DateOnly AskedFrom,
    bool IsBegun,
    DateOnly? CompletedSince,
    RefreshCause Cause,
    string Reason,
    DateOnly? RetiredOn,
    string RetireReason,
    bool IsReplaced,
    AudienceFigures? Figures,
    bool MayChange
);

internal sealed class GetCourseHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetCourseQuery, Result<CourseResponse>>
{
    public async Task<Result<CourseResponse>> Handle(GetCourseQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        var course = await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CourseId, cancellationToken);
        if (course is null) return CommonErrors.NotFound;

        var owner = await db.People.Where(p => p.Id == course.OwnerId).Select(p => new { p.Name, p.LeftOn }).SingleOrDefaultAsync(cancellationToken);
        var requirements = await RequirementsAsync(db, course, today, cancellationToken);
        var mayRequire = user.Has(Policies.ManageCourses) && !course.IsRetiredOn(today);
        var mayChange = mayRequire && await CourseReach.CoversAsync(db, user.ScopeOf(Policies.ManageCourses), course.OwnerId, cancellationToken);
        return new CourseResponse(
            course.Id,
            course.Code,
            course.Name,
            course.CurrentVersion,
            course.ValidityMonths,
            owner?.Name,
            owner?.LeftOn <= today,
            course.Tools,
            course.Roles,
            course.ActivityId,
            course.RetiredOn,
            course.RetireReason,
            [.. course.Versions.OrderByDescending(v => v.TaughtFrom).ThenByDescending(v => v.Label, Comparer<string>.Create(VersionLabel.Compare)).Select(v => new TaughtVersion(v.Label, v.TaughtFrom, v.DurationMinutes, v.Teaches, v.Link, v.ContentHash))],
            [.. requirements.Where(r => !(r.RetiredOn <= today))],
            [.. requirements.Where(r => r.RetiredOn <= today)],
            mayRequire,
            mayChange
        );
    }

    private async Task<IReadOnlyList<AskedRequirement>> RequirementsAsync(PortalDbContext db, Course course, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await (
            from requirement in db.LiteracyRequirements
            join unit in db.Units on requirement.UnitId equals unit.Id
            where requirement.CourseId == course.Id
            orderby requirement.AskedFrom descending, requirement.Id descending
            select new { Requirement = requirement, Unit = unit }
        ).AsNoTracking().ToListAsync(cancellationToken);
        var replaced = rows.Select(r => r.Requirement.Replaces).Where(r => r is not null).ToHashSet();
        var manages = user.ScopeOf(Policies.ManageCourses);

        var asked = new List<AskedRequirement>(rows.Count);
        foreach (var (requirement, unit) in rows.Select(r => (r.Requirement, r.Unit)))
        {
            var terms = RuleTerms.Of(requirement);
            var figures = requirement.IsAskedOn(today)
                ? await FiguresAsync(db, new RuleOutline(course.Id, terms, requirement.CompletedSince, new UnitRange(unit.Left, unit.Right)), today, cancellationToken)
                : null;
            asked.Add(new AskedRequirement(
                requirement.Id,
                RuleWords.Sentence(unit.Name, terms),
                unit.Path,
                requirement.AskedFrom,
                requirement.AskedFrom <= today,
                requirement.CompletedSince,
                requirement.Cause,
                requirement.Reason,
                requirement.RetiredOn,
                requirement.RetireReason,
                replaced.Contains(requirement.Id),
                figures,
                manages.Covers(unit) && requirement.RetiredOn is null));
        }

        return asked;
    }

    // Numbers of the user's own part of the organisation, whoever else is asked.
    private async Task<AudienceFigures?> FiguresAsync(PortalDbContext db, RuleOutline rule, DateOnly today, CancellationToken cancellationToken)
    {
        var scope = user.ScopeOf(Policies.ViewLiteracy);
        if (!scope.Ranges.Any(r => r.Left <= rule.Range.Right && rule.Range.Left <= r.Right)) return null;

        var covered = (await AudienceCount.CoveredAsync(db, rule, today, cancellationToken)).Within(db.Units, scope);
        var asked = AudienceCount.Asked(covered, rule, today);
        var meeting = await AudienceCount.MeetingAsync(db, asked, rule, today, cancellationToken);
        return new AudienceFigures(await asked.CountAsync(cancellationToken), await meeting.CountAsync(cancellationToken)).WithoutUse(rule.Terms.Audience.Tool);
    }
}
