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

namespace GovernancePortal.Web.Features.Literacy.RefreshRequirement;

/// <summary>The requirement whose course is to be taken again.</summary>
[Requires(Policies.ManageCourses)]
public sealed record GetRefreshQuery(LiteracyRequirementId RequirementId) : IRequest<Result<RequirementBrief>>;

/// <summary>Something happened that made completions old: everybody takes the course again. Until it is due, what was asked goes on.</summary>
/// <param name="Version">Of the requirement, as it was read.</param>
/// <param name="CompletedSince">Completions before this day no longer count.</param>
/// <param name="DueFrom">First day on which the newer completion is needed.</param>
[Requires(Policies.ManageCourses)]
public sealed record RefreshRequirementCommand(
    LiteracyRequirementId RequirementId, int Version, RefreshCause Cause, DateOnly? CompletedSince, DateOnly? DueFrom, string Reason)
    : IRequest<Result<LiteracyRequirementId>>;

internal sealed class RefreshRequirementValidator : AbstractValidator<RefreshRequirementCommand>
{
    public RefreshRequirementValidator(TimeProvider clock)
    {
        var today = clock.Today();
        RuleFor(c => c.Cause).Must(c => c != RefreshCause.None && Enum.IsDefined(c)).WithMessage("Choose what happened.");
        RuleFor(c => c.CompletedSince).NotNull().WithMessage("State the day since which completions count.");
        RuleFor(c => c.CompletedSince).LessThanOrEqualTo(c => c.DueFrom).When(c => c.DueFrom is not null).WithMessage("State a day before it is due, or nobody could meet it in time.");
        RuleFor(c => c.DueFrom).NotNull().WithMessage("State the day from which the newer completion is needed.");
        RuleFor(c => c.DueFrom).GreaterThanOrEqualTo(today).WithMessage("State today or a later day: what was asked in the past stays as it was.");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("State what happened and why the course has to be taken again.").MaximumLength(LiteracyRequirement.ReasonMaxLength).WithMessage($"Use at most {LiteracyRequirement.ReasonMaxLength} characters.");
    }
}

internal sealed class RefreshRequirementHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetRefreshQuery, Result<RequirementBrief>>,
        IRequestHandler<RefreshRequirementCommand, Result<LiteracyRequirementId>>
{
    private DateOnly Today => clock.Today();

    public Task<Result<RequirementBrief>> Handle(GetRefreshQuery request, CancellationToken cancellationToken) =>
        RequirementBrief.ReadAsync(contexts, user, request.RequirementId, Today, cancellationToken);

    public Task<Result<LiteracyRequirementId>> Handle(RefreshRequirementCommand request, CancellationToken cancellationToken)
    {
        var today = Today;
        return CoverageProjection.SaveAsync<LiteracyRequirementId>(contexts, today, (db, token) => RefreshAsync(db, request, today, token), cancellationToken);
    }

    private async Task<Result<CoverageChange<LiteracyRequirementId>>> RefreshAsync(PortalDbContext db, RefreshRequirementCommand request, DateOnly today, CancellationToken cancellationToken)
    {
        var found = await RequirementBrief.FindAsync(db, user, request.RequirementId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var old = found.Value;
        var course = await RuleChecks.CourseAsync(db, old.CourseId, minimumVersion: "", today, cancellationToken);
        if (!course.IsSuccess) return course.Error!;
        // An earlier event still stands: a later one may only make it stricter.
        if (request.CompletedSince < old.CompletedSince)
            return FieldRefusal.At(nameof(request.CompletedSince), $"Only completions since {old.CompletedSince:d MMM yyyy} count already; state that day or a later one.");

        var next = old.Refresh(request.Cause, request.CompletedSince!.Value, request.DueFrom!.Value, request.Reason.Trim());
        db.LiteracyRequirements.Add(next);
        db.EvaluationSignals.Add(new EvaluationSignal("literacy", clock.GetUtcNow()));
        db.Record(user.Actor, "requirement.refreshed", $"requirement:{old.Id}", new { before = RuleChecks.Payload(old), after = RuleChecks.Payload(next), next = next.Id.Value });
        return new CoverageChange<LiteracyRequirementId>(next.Id, CoveragePeople.Everybody);
    }
}
