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

namespace GovernancePortal.Web.Features.Literacy.RetireRequirement;

/// <summary>The requirement that is to be retired.</summary>
[Requires(Policies.ManageCourses)]
public sealed record GetRequirementRetirementQuery(LiteracyRequirementId RequirementId) : IRequest<Result<RequirementBrief>>;

/// <summary>Asks nobody any more, from today on. What was asked until then stays readable.</summary>
/// <param name="Version">Of the requirement, as it was read.</param>
[Requires(Policies.ManageCourses)]
public sealed record RetireRequirementCommand(LiteracyRequirementId RequirementId, int Version, string Reason) : IRequest<Result<CourseId>>;

internal sealed class RetireRequirementValidator : AbstractValidator<RetireRequirementCommand>
{
    public RetireRequirementValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("State why it is no longer asked.").MaximumLength(LiteracyRequirement.ReasonMaxLength).WithMessage($"Use at most {LiteracyRequirement.ReasonMaxLength} characters.");
}

internal sealed class RetireRequirementHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetRequirementRetirementQuery, Result<RequirementBrief>>,
        IRequestHandler<RetireRequirementCommand, Result<CourseId>>
{
    private DateOnly Today => clock.Today();

    public Task<Result<RequirementBrief>> Handle(GetRequirementRetirementQuery request, CancellationToken cancellationToken) =>
        RequirementBrief.ReadAsync(contexts, user, request.RequirementId, Today, cancellationToken);

    public Task<Result<CourseId>> Handle(RetireRequirementCommand request, CancellationToken cancellationToken)
    {
        var today = Today;
        return CoverageProjection.SaveAsync<CourseId>(contexts, today, (db, token) => RetireAsync(db, request, today, token), cancellationToken);
    }

    private async Task<Result<CoverageChange<CourseId>>> RetireAsync(PortalDbContext db, RetireRequirementCommand request, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await RequirementBrief.FindAsync(db, user, request.RequirementId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var requirement = found.Value;
        requirement.Retire(today, request.Reason.Trim());
        db.EvaluationSignals.Add(new EvaluationSignal("literacy", clock.GetUtcNow()));
        db.Record(user.Actor, "requirement.retired", $"requirement:{requirement.Id}", new { requirement = RuleChecks.Payload(requirement), on = today, reason = request.Reason.Trim() });
        return new CoverageChange<CourseId>(requirement.CourseId, CoveragePeople.Everybody);
    }
}
