using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.RetireCourse;

/// <summary>The course that is to be retired.</summary>
[Requires(Policies.ManageCourses)]
public sealed record GetCourseRetirementQuery(CourseId CourseId) : IRequest<Result<CourseBrief>>;

/// <summary>Ends a course that nobody is asked to take. What was completed stays.</summary>
/// <param name="Version">Of the course, as it was read.</param>
[Requires(Policies.ManageCourses)]
public sealed record RetireCourseCommand(CourseId CourseId, int Version, string Reason) : IRequest<Result>;

internal sealed class RetireCourseValidator : AbstractValidator<RetireCourseCommand>
{
    public RetireCourseValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("State why it is no longer taught.").MaximumLength(Course.ReasonMaxLength).WithMessage($"Use at most {Course.ReasonMaxLength} characters.");
}

internal sealed class RetireCourseHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetCourseRetirementQuery, Result<CourseBrief>>,
        IRequestHandler<RetireCourseCommand, Result>
{
    private DateOnly Today => clock.Today();

    public Task<Result<CourseBrief>> Handle(GetCourseRetirementQuery request, CancellationToken cancellationToken) =>
        CourseBrief.ReadAsync(contexts, user, request.CourseId, Today, cancellationToken);

    public async Task<Result> Handle(RetireCourseCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = Today;
        var found = await CourseReach.FindAsync(db, user, request.CourseId, request.Version, today, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var asking = await db.LiteracyRequirements.CountAsync(r => r.CourseId == request.CourseId && (r.RetiredOn == null || r.RetiredOn > today), cancellationToken);
        if (asking > 0) return CourseErrors.StillRequired(asking);

        found.Value.Retire(today, request.Reason.Trim());
        db.Record(user.Actor, "course.retired", $"course:{request.CourseId}", new { on = today, reason = request.Reason.Trim() });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
