using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.AddCourseVersion;

/// <summary>The course that gets a version.</summary>
[Requires(Policies.ManageCourses)]
public sealed record GetCourseVersionsQuery(CourseId CourseId) : IRequest<Result<CourseBrief>>;

/// <summary>Adds the next version of a course. Requirements that ask for an older one are met by it too.</summary>
/// <param name="Version">Of the course, as it was read.</param>
[Requires(Policies.ManageCourses)]
public sealed record AddCourseVersionCommand(CourseId CourseId, int Version, VersionContent Content) : IRequest<Result>;

internal sealed class AddCourseVersionValidator : AbstractValidator<AddCourseVersionCommand>
{
    public AddCourseVersionValidator(TimeProvider clock) => RuleFor(c => c.Content).SetValidator(new VersionContentValidator(clock));
}

internal sealed class AddCourseVersionHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetCourseVersionsQuery, Result<CourseBrief>>,
        IRequestHandler<AddCourseVersionCommand, Result>
{
    private DateOnly Today => clock.Today();

    public Task<Result<CourseBrief>> Handle(GetCourseVersionsQuery request, CancellationToken cancellationToken) =>
        CourseBrief.ReadAsync(contexts, user, request.CourseId, Today, cancellationToken);

    public async Task<Result> Handle(AddCourseVersionCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await CourseReach.FindAsync(db, user, request.CourseId, request.Version, Today, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var (course, version) = (found.Value, request.Content.ToVersion(request.CourseId));
        // Compared as they count: 2 and 2.0 are one version, and v2 too.
        if (course.Versions.FirstOrDefault(v => VersionLabel.Compare(v.Label, version.Label) == 0) is { } known)
            return FieldRefusal.At("Content.Label", $"There is a version {known.Label} already, taught from {known.TaughtFrom:d MMM yyyy}.");

        course.AddVersion(version);
        // Its key is set already, so that the change tracker would take it for a row that exists.
        db.Entry(version).State = EntityState.Added;
        db.Record(user.Actor, "course.version-added", $"course:{course.Id}", new { version = CourseChecks.Payload(version), current = course.CurrentVersion });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
