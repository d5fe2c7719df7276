using FluentValidation;
using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.ReviseRequirement;

/// <summary>The requirement that is to be revised.</summary>
[Requires(Policies.ManageCourses)]
public sealed record GetRevisionQuery(LiteracyRequirementId RequirementId) : IRequest<Result<RequirementBrief>>;

/// <summary>Asks for something else from a day on. The requirement ends on that day and the next takes its place.</summary>
/// <param name="Version">Of the requirement, as it was read.</param>
[Requires(Policies.ManageCourses)]
public sealed record ReviseRequirementCommand(LiteracyRequirementId RequirementId, int Version, RuleTerms Terms, DateOnly? From, string Reason)
    : IRequest<Result<LiteracyRequirementId>>;

internal sealed class ReviseRequirementValidator : AbstractValidator<ReviseRequirementCommand>
{
    public ReviseRequirementValidator(TimeProvider clock)
    {
        RuleFor(c => c.Terms).SetValidator(new RuleTermsValidator());
        RuleFor(c => c.From).NotNull().WithMessage("State the day from which the new wording holds.");
        RuleFor(c => c.From).GreaterThanOrEqualTo(clock.Today()).WithMessage("State today or a later day: what was asked in the past stays as it was.");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("State why it is revised.").MaximumLength(LiteracyRequirement.ReasonMaxLength).WithMessage($"Use at most {LiteracyRequirement.ReasonMaxLength} characters.");
    }
}

internal sealed class ReviseRequirementHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetRevisionQuery, Result<RequirementBrief>>,
        IRequestHandler<ReviseRequirementCommand, Result<LiteracyRequirementId>>
{
    private DateOnly Today => clock.Today();

    public Task<Result<RequirementBrief>> Handle(GetRevisionQuery request, CancellationToken cancellationToken) =>
        RequirementBrief.ReadAsync(contexts, user, request.RequirementId, Today, cancellationToken);

    public Task<Result<LiteracyRequirementId>> Handle(ReviseRequirementCommand request, CancellationToken cancellationToken)
    {
        var today = Today;
        return CoverageProjection.SaveAsync<LiteracyRequirementId>(contexts, today, (db, token) => ReviseAsync(db, request, today, token), cancellationToken);
    }

    private async Task<Result<CoverageChange<LiteracyRequirementId>>> ReviseAsync(PortalDbContext db, ReviseRequirementCommand request, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await RequirementBrief.FindAsync(db, user, request.RequirementId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var (old, terms) = (found.Value, request.Terms);
        var newVersion = terms.MinimumVersion.Trim() == old.MinimumVersion ? "" : terms.MinimumVersion;
        var course = await RuleChecks.CourseAsync(db, old.CourseId, newVersion, today, cancellationToken);
        if (!course.IsSuccess) return course.Error!;

        var next = old.Revise(terms.MinimumVersion.Trim(), terms.ValidityMonths, terms.GraceDays, terms.Audience, request.From!.Value, request.Reason.Trim());
        db.LiteracyRequirements.Add(next);
        db.EvaluationSignals.Add(new EvaluationSignal("literacy", clock.GetUtcNow()));
        db.Record(user.Actor, "requirement.revised", $"requirement:{old.Id}", new { before = RuleChecks.Payload(old), after = RuleChecks.Payload(next), next = next.Id.Value });
        return new CoverageChange<LiteracyRequirementId>(next.Id, CoveragePeople.Everybody);
    }
}
