using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.ChangeCourse;

/// <summary>What the form begins with.</summary>
[Requires(Policies.ManageCourses)]
public sealed record GetCourseFactsQuery(CourseId CourseId) : IRequest<Result<CourseBrief>>;

/// <summary>Changes what is said about a course. Its code and its versions stay.</summary>
/// <param name="Version">Of the course, as it was read.</param>
[Requires(Policies.ManageCourses)]
public sealed record ChangeCourseCommand(CourseId CourseId, int Version, CourseFacts Facts) : IRequest<Result>;

internal sealed class ChangeCourseValidator : AbstractValidator<ChangeCourseCommand>
{
    public ChangeCourseValidator() => RuleFor(c => c.Facts).SetValidator(new CourseFactsValidator());
}

internal sealed class ChangeCourseHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetCourseFactsQuery, Result<CourseBrief>>,
        IRequestHandler<ChangeCourseCommand, Result>
{
    private DateOnly Today => clock.Today();

    public Task<Result<CourseBrief>> Handle(GetCourseFactsQuery request, CancellationToken cancellationToken) =>
        CourseBrief.ReadAsync(contexts, user, request.CourseId, Today, cancellationToken);

    public async Task<Result> Handle(ChangeCourseCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await CourseReach.FindAsync(db, user, request.CourseId, request.Version, Today, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (course, facts) = (found.Value, request.Facts);
        var faults = await CourseChecks.FaultsAsync(db, course.Id, facts, user.ScopeOf(Policies.ManageCourses), Today, cancellationToken);
        if (faults.Count > 0) return FieldRefusal.Of(faults);

        var before = new CourseFacts(course.Name, course.ValidityMonths, course.OwnerId, course.Tools, course.Roles, course.ActivityId);
        course.Describe(facts.Name, facts.ValidityMonths, facts.OwnerId, facts.ToolsForm, facts.Roles, facts.ActivityForm);
        db.Record(user.Actor, "course.changed", $"course:{course.Id}", new { before = CourseChecks.Payload(before), after = CourseChecks.Payload(facts) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
