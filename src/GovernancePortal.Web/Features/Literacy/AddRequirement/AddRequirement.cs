using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.AddRequirement;

/// <summary>The course that is to be required.</summary>
[Requires(Policies.ManageCourses)]
public sealed record GetRequirableCourseQuery(CourseId CourseId) : IRequest<Result<RequirableCourse>>;

/// <param name="Versions">The newest first.</param>
public sealed record RequirableCourse(string Code, string Name, int? ValidityMonths, IReadOnlyList<string> Versions, DateOnly Today);

/// <summary>Asks people of a unit and below it to take a course.</summary>
/// <param name="From">First day on which it is asked.</param>
[Requires(Policies.ManageCourses)]
public sealed record AddRequirementCommand(CourseId CourseId, UnitId UnitId, RuleTerms Terms, DateOnly? From, string Reason) : IRequest<Result<LiteracyRequirementId>>, IUnitRequest;

internal sealed class AddRequirementValidator : AbstractValidator<AddRequirementCommand>
{
    public AddRequirementValidator(TimeProvider clock)
    {
        RuleFor(c => c.Terms).SetValidator(new RuleTermsValidator());
        RuleFor(c => c.From).NotNull().WithMessage("State the first day on which it is asked.");
        RuleFor(c => c.From).GreaterThanOrEqualTo(clock.Today()).WithMessage("State today or a later day: nobody can be asked in the past.");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("State why it is asked.").MaximumLength(LiteracyRequirement.ReasonMaxLength).WithMessage($"Use at most {LiteracyRequirement.ReasonMaxLength} characters.");
    }
}

internal sealed class AddRequirementHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetRequirableCourseQuery, Result<RequirableCourse>>,
        IRequestHandler<AddRequirementCommand, Result<LiteracyRequirementId>>
{
    private DateOnly Today => clock.Today();

    public async Task<Result<RequirableCourse>> Handle(GetRequirableCourseQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await RuleChecks.CourseAsync(db, request.CourseId, minimumVersion: "", Today, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var course = found.Value;
        return new RequirableCourse(
            course.Code,
            course.Name,
            course.ValidityMonths,
            [.. course.Versions.Select(v => v.Label).OrderDescending(Comparer<string>.Create(VersionLabel.Compare))],
            Today);
    }

    public Task<Result<LiteracyRequirementId>> Handle(AddRequirementCommand request, CancellationToken cancellationToken)
    {
        var today = Today;
        return CoverageProjection.SaveAsync<LiteracyRequirementId>(contexts, today, (db, token) => AddAsync(db, request, today, token), cancellationToken);
    }

    private async Task<Result<CoverageChange<LiteracyRequirementId>>> AddAsync(PortalDbContext db, AddRequirementCommand request, DateOnly today, CancellationToken cancellationToken)
    {
        var terms = request.Terms;
        var course = await RuleChecks.CourseAsync(db, request.CourseId, terms.MinimumVersion, today, cancellationToken);
        if (!course.IsSuccess) return course.Error!;
        // Writes the course's version: whoever retires the course at the same moment is refused, or this is.
        db.Entry(course.Value).State = EntityState.Modified;

        var requirement = new LiteracyRequirement(LiteracyRequirementId.New(), request.UnitId, request.CourseId, terms.MinimumVersion.Trim(), terms.ValidityMonths, terms.GraceDays);
        requirement.SetAudience(terms.Audience);
        requirement.Begin(request.From!.Value, request.Reason.Trim());
        db.LiteracyRequirements.Add(requirement);
        db.EvaluationSignals.Add(new EvaluationSignal("literacy", clock.GetUtcNow()));
        db.Record(user.Actor, "requirement.added", $"requirement:{requirement.Id}", RuleChecks.Payload(requirement));
        return new CoverageChange<LiteracyRequirementId>(requirement.Id, CoveragePeople.Everybody);
    }
}
