using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <content>What happens at once: after a relevant event every live target is looked at, and those that the coming night would pause are paused now.</content>
internal sealed partial class EvaluationRun
{
    // For so long a target that could not be looked at keeps a signal; one that never can be must not make the others be looked at every minute for good.
    private static readonly TimeSpan SignalPatience = TimeSpan.FromHours(1);

    // What was signalled while this runs stays for the next minute. A run that ends half-way begins anew: a paused target cannot be paused again.
    private async Task HeedSignalsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.EvaluationSignals.MaxAsync(s => (long?)s.Id, cancellationToken) is not { } newest) return;

        var live = await db
            .AdoptionTargets.IgnoreAutoIncludes()
            .Where(t => (t.State == TargetState.Active || t.State == TargetState.Achieved) && t.LastEvaluatedOn != null)
            .OrderBy(t => t.Id)
            .Select(t => t.Id)
            .ToListAsync(cancellationToken);
        var facts = EvidenceFacts.OfWhole(clock.Today(), clock.Today());
        var isWhole = true;
        foreach (var ids in live.Chunk(Together))
        {
            if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return;
            var (pausing, failed) = await PausingAsync(ids, facts, cancellationToken);
            isWhole &= !failed;
            foreach (var id in pausing) isWhole &= await PauseAsync(id, cancellationToken);
        }

        await KeepUseAsync(facts, cancellationToken);
        var heeded = db.EvaluationSignals.Where(s => s.Id <= newest);
        var expired = clock.GetUtcNow() - SignalPatience;
        await (isWhole ? heeded : heeded.Where(s => s.At < expired)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task KeepUseAsync(EvidenceFacts facts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await facts.KeepUseAsync(db, cancellationToken);
    }

    /// <summary>Those of the targets that the coming night would pause; nothing is written, so most of them cost no save.</summary>
    private async Task<(List<AdoptionTargetId> Pausing, bool Failed)> PausingAsync(AdoptionTargetId[] ids, EvidenceFacts facts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (pausing, failed) = (new List<AdoptionTargetId>(), false);
        var now = clock.GetUtcNow();
        foreach (var target in await db.AdoptionTargets.AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync(cancellationToken))
        {
            try
            {
                var step = await evaluator.TryAsync(db, target, target.LastEvaluatedOn!.Value.AddDays(1), now.UtcDay(), now, cancellationToken, facts);
                if (step.IsSuccess && step.Value.After == TargetState.Paused) pausing.Add(target.Id);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Failed(exception, target.Id.Value);
                failed = true;
            }
        }

        return (pausing, failed);
    }

    /// <summary>False when it has to be looked at again; somebody who acted in between may have changed something else.</summary>
    private async Task<bool> PauseAsync(AdoptionTargetId id, CancellationToken cancellationToken)
    {
        try
        {
            await LookAsync(id, Actor, cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (IsRace(exception))
        {
            Raced(id.Value);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(exception, id.Value);
        }

        return false;
    }
}
