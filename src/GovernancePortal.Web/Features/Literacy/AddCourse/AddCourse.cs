using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Courses;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.AddCourse;

/// <summary>Adds a course with its first version.</summary>
[Requires(Policies.ManageCourses)]
public sealed record AddCourseCommand(string Code, CourseFacts Facts, VersionContent Content) : IRequest<Result<CourseId>>;

internal sealed class AddCourseValidator : AbstractValidator<AddCourseCommand>
{
    public AddCourseValidator(TimeProvider clock)
    {
        RuleFor(c => c.Code).NotEmpty().WithMessage("State the code by which the training system names it.");
        RuleFor(c => c.Code).MaximumLength(Course.CodeMaxLength).WithMessage($"A code has at most {Course.CodeMaxLength} characters.");
        RuleFor(c => c.Facts).SetValidator(new CourseFactsValidator());
        RuleFor(c => c.Content).SetValidator(new VersionContentValidator(clock));
    }
}

internal sealed class AddCourseHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<AddCourseCommand, Result<CourseId>>
{
    public async Task<Result<CourseId>> Handle(AddCourseCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (id, code, facts) = (CourseId.New(), Course.CodeForm(request.Code), request.Facts);
        var today = clock.Today();

        var faults = await CourseChecks.FaultsAsync(db, id, facts, user.ScopeOf(Policies.ManageCourses), today, cancellationToken);
        var other = await db.Courses.Where(c => c.Code == code).Select(c => c.Name).FirstOrDefaultAsync(cancellationToken);
        if (other is not null) faults.Insert(0, new FieldError(nameof(request.Code), $"{code} is the code of another course: {other}."));
        if (faults.Count > 0) return FieldRefusal.Of(faults);

        var course = new Course(id, code, facts.Name.Trim(), currentVersion: "", facts.ValidityMonths);
        course.Describe(facts.Name, facts.ValidityMonths, facts.OwnerId, facts.ToolsForm, facts.Roles, facts.ActivityForm);
        var version = request.Content.ToVersion(id);
        course.AddVersion(version);
        db.Courses.Add(course);
        db.Record(user.Actor, "course.added", $"course:{id}", new { code, facts = CourseChecks.Payload(facts), version = CourseChecks.Payload(version) });
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }
}
