using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Plans.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Plans.DecidePlan;

/// <summary>Approves a plan that somebody else made, as long as what it was checked with is still so.</summary>
/// <param name="Version">Of the plan, as it was read.</param>
[Requires(Policies.DecidePlans)]
public sealed record ApprovePlanCommand(PlanId PlanId, int Version) : IRequest<Result>;

/// <summary>Rejects a plan, with a reason.</summary>
[Requires(Policies.DecidePlans)]
public sealed record RejectPlanCommand(PlanId PlanId, int Version, string Reason) : IRequest<Result>;

/// <summary>Publishes an approved plan: from then on those concerned know of it.</summary>
[Requires(Policies.EditPlans)]
public sealed record PublishPlanCommand(PlanId PlanId, int Version) : IRequest<Result>;

/// <summary>Gives a plan up before it is published, or closes a published one.</summary>
[Requires(Policies.EditPlans)]
public sealed record EndPlanCommand(PlanId PlanId, int Version, string Reason) : IRequest<Result>;

internal sealed class DecidePlanHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ApprovePlanCommand, Result>,
        IRequestHandler<RejectPlanCommand, Result>,
        IRequestHandler<PublishPlanCommand, Result>,
        IRequestHandler<EndPlanCommand, Result>
{
    public async Task<Result> Handle(ApprovePlanCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PlanAccess.FindForDecisionAsync(db, user, request.PlanId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        var plan = found.Value;
        var ground = await PlanGroundReader.ReadAsync(db, plan.Id, plan.CaseId, cancellationToken);
        var current = ground.Stamp(plan, await PlanChecker.CheckAsync(db, plan, ground, clock.Today(), cancellationToken));
        var scenario = plan.ScenarioId is { } id ? await db.Scenarios.Where(s => s.Id == id).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken) : null;
        var forecast = PlanForecast.Of([.. plan.Moves.Where(m => m.HasSeat)], await PlanChecker.RunAsync(db, plan, cancellationToken), scenario ?? "");
        var approved = plan.Approve(user.Actor, user.DisplayName, current, forecast, clock.GetUtcNow());
        if (!approved.IsSuccess && approved.Error != PlanErrors.ChangedSinceCheck) return approved;

        // A refusal for changed data is kept too: the plan is a draft again, with the difference.
        db.Tell(user, plan.Id, approved.IsSuccess ? "approved" : "approval.refused", new { stamp = current.Hash, changed = plan.Difference.Count, moves = forecast.Moves, trainingMonths = forecast.TrainingMonths });
        await db.SaveChangesAsync(cancellationToken);
        return approved;
    }

    public async Task<Result> Handle(RejectPlanCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PlanAccess.FindForDecisionAsync(db, user, request.PlanId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var rejected = found.Value.Reject(user.Actor, user.DisplayName, request.Reason, clock.GetUtcNow());
        return await SaveAsync(db, found.Value, rejected, "rejected", cancellationToken);
    }

    public async Task<Result> Handle(PublishPlanCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PlanAccess.FindForChangeAsync(db, user, request.PlanId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var plan = found.Value;
        if (plan.State == PlanState.Approved && !await db.DisplacementCases.AnyAsync(c => c.Id == plan.CaseId && c.State == CaseState.Published, cancellationToken))
            return new Error("plan.case", "Publish the case first: people hear that their position goes before they are offered another.");
        return await SaveAsync(db, plan, plan.Publish(clock.GetUtcNow()), "published", cancellationToken);
    }

    public async Task<Result> Handle(EndPlanCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await PlanAccess.FindForChangeAsync(db, user, request.PlanId, request.Version, cancellationToken);
        if (!found.IsSuccess) return found.Error!;
        var plan = found.Value;
        return plan.State == PlanState.Published
            ? await SaveAsync(db, plan, plan.Close(request.Reason, clock.GetUtcNow()), "closed", cancellationToken)
            : await SaveAsync(db, plan, plan.Withdraw(request.Reason), "withdrawn", cancellationToken);
    }

    // The reasons stay with the plan: others read the ledger than may know of it.
    private async Task<Result> SaveAsync(PortalDbContext db, ReallocationPlan plan, Result done, string what, CancellationToken cancellationToken)
    {
        if (!done.IsSuccess) return done;
        db.Tell(user, plan.Id, what, new { people = plan.Moves.Count, seats = plan.Moves.Count(m => m.HasSeat) });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
