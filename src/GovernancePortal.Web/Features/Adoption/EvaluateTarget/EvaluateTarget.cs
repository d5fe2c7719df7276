using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Evaluation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.EvaluateTarget;

/// <summary>
/// "Evaluate now". Steps that are due are taken; once today's is taken, this only shows what tonight's would do, unless it would pause the target:
/// caution does not wait for the night (docs/adr/0007).
/// </summary>
[Requires(Policies.EvaluateTargets)]
public sealed record EvaluateTargetCommand(AdoptionTargetId TargetId) : IRequest<Result<EvaluationOutcome>>;

internal sealed class EvaluateTargetHandler(
    IDbContextFactory<PortalDbContext> contexts, EvaluationRun run, CurrentUser user, TimeProvider clock)
    : IRequestHandler<EvaluateTargetCommand, Result<EvaluationOutcome>>
{
    public async Task<Result<EvaluationOutcome>> Handle(EvaluateTargetCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await db.AdoptionTargets.Within(db, user, Policies.EvaluateTargets).SingleOrDefaultAsync(t => t.Id == request.TargetId, cancellationToken);
        if (target is null) return TargetErrors.NotFound;
        if (target.State is TargetState.Draft or TargetState.Retired) return EvaluationOutcome.NotEvaluated;

        var now = clock.GetUtcNow();
        var today = now.UtcDay();
        if (target.LastEvaluatedOn is not { } last || last < today)
        {
            await run.CatchUpAsync(target.Id, today, user.Actor, cancellationToken);
            return new EvaluationOutcome(IsDryRun: false, Transition: null, await ReadinessOfAsync(target.Id, cancellationToken), null);
        }

        var look = await run.LookAsync(target.Id, user.Actor, cancellationToken);
        if (!look.IsSuccess) return look.Error!;

        var (paused, step, readiness) = look.Value;
        return new EvaluationOutcome(!paused, step.Transition, readiness, step.Findings);
    }

    private async Task<string> ReadinessOfAsync(AdoptionTargetId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.AdoptionTargets.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken)).ReadinessText;
    }
}

/// <param name="IsDryRun">Nothing was written; this is what tonight's step would do with today's data.</param>
/// <param name="Transition">See <see cref="TargetEvaluation.Transition"/>.</param>
/// <param name="Readiness">As in "97% ready, blocked by …".</param>
/// <param name="Findings">What was measured, when it was not kept as the step of the day.</param>
public sealed record EvaluationOutcome(bool IsDryRun, string? Transition, string Readiness, IReadOnlyList<GuardrailFinding>? Findings)
{
    internal static Error NotEvaluated { get; } = new("target.notEvaluated", "A draft or retired target is not evaluated.");
}
