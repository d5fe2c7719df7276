using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.CheckPlan;

/// <summary>Checks a plan; unless a check stops it, it is put before an executive.</summary>
/// <param name="Version">Of the plan, as it was read.</param>
[Requires(Policies.EditPlans)]
public sealed record CheckPlanCommand(PlanId PlanId, int Version) : IRequest<Result>;

internal sealed class CheckPlanHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<CheckPlanCommand, Result>
{
    public async Task<Result> Handle(CheckPlanCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PlanAccess.FindForChangeAsync(db, user, request.PlanId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var plan = found.Value;
        var ground = await PlanGroundReader.ReadAsync(db, plan.Id, plan.CaseId, cancellationToken);
        var checks = await PlanChecker.CheckAsync(db, plan, ground, clock.Today(), cancellationToken);
        var stamp = ground.Stamp(plan, checks);
        var done = plan.Check(checks, stamp, user.DisplayName, clock.GetUtcNow());
        if (!done.IsSuccess) return done;

        db.Tell(user, plan.Id, "checked", new { state = plan.State.ToCode(), stamp = stamp.Hash, checks = checks.Select(c => new { subject = c.Subject.ToCode(), outcome = c.Outcome.ToCode() }) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
