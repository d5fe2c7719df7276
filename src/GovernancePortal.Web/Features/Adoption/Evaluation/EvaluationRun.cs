using GovernancePortal.Data;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Gives every target the steps that are due, day by day, on one replica at a time.</summary>
internal sealed partial class EvaluationRun(
    IDbContextFactory<PortalDbContext> contexts, TargetEvaluator evaluator, JobLeases leases, TimeProvider clock, ILogger<EvaluationRun> log)
{
    public const string Job = "evaluate-targets";
    public const string Actor = "job:" + Job;

    /// <summary>The hour, UTC, from which on the step of the day is due.</summary>
    public const int Hour = 2;

    private const int Attempts = 3;

    // Targets that are loaded and saved together.
    private const int Together = 100;

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(5);

    /// <summary>The newest day whose step is due.</summary>
    public static DateOnly DueOn(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(-Hour));

    /// <summary>Does what is due and says how many steps that were; none when another replica is at it.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return 0;
        try
        {
            var steps = await RunAllAsync(DueOn(clock.GetUtcNow()), cancellationToken);
            await HeedSignalsAsync(cancellationToken);
            return steps;
        }
        finally
        {
            await leases.ReleaseAsync(Job, CancellationToken.None);
        }
    }

    /// <summary>Takes all steps of one target up to a day. A person who acts in between goes first; the step is then taken anew.</summary>
    public async Task<int> CatchUpAsync(AdoptionTargetId id, DateOnly due, string actor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StepUpToAsync(id, due, actor, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && IsRace(exception))
            {
                Raced(id.Value);
            }
        }
    }

    /// <summary>
    /// Looks at a target whose step of the day is taken. If the coming night's step would pause it, that step is taken now: caution is not made to wait.
    /// Everything else is only told, so that nobody can hurry a counter.
    /// </summary>
    public async Task<Result<EarlyLook>> LookAsync(AdoptionTargetId id, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await db.AdoptionTargets.SingleAsync(t => t.Id == id, cancellationToken);
        var now = clock.GetUtcNow();
        var step = await evaluator.TryAsync(db, target, target.LastEvaluatedOn!.Value.AddDays(1), now.UtcDay(), now, cancellationToken);
        if (!step.IsSuccess) return step.Error!;

        var pauses = step.Value is { After: TargetState.Paused, Before: not TargetState.Paused };
        if (pauses)
        {
            await evaluator.WatchAsync(db, target, step.Value, now.UtcDay(), cancellationToken);
            TargetEvaluator.Note(db, target, step.Value, actor);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new EarlyLook(pauses, step.Value, target.ReadinessText);
    }

    private async Task<int> RunAllAsync(DateOnly due, CancellationToken cancellationToken)
    {
        var steps = 0;
        var facts = new Dictionary<DateOnly, EvidenceFacts>();
        foreach (var ids in (await WaitingAsync(due, cancellationToken)).Chunk(Together))
        {
            if (await StepTogetherAsync(ids, due, facts, cancellationToken) is not { } taken) return steps;
            steps += taken;
        }

        if (facts.TryGetValue(due, out var newest)) await KeepUseAsync(newest, cancellationToken);
        if (steps > 0) Evaluated(steps, due);
        return steps;
    }

    /// <summary>
    /// Takes the steps of some targets day by day, those of a day in one save. When that fails, because a person acted in between or one target cannot be
    /// evaluated, nothing of that day is kept, and each target goes on by itself. Null when another replica has the lease.
    /// </summary>
    private async Task<int?> StepTogetherAsync(AdoptionTargetId[] ids, DateOnly due, Dictionary<DateOnly, EvidenceFacts> facts, CancellationToken cancellationToken)
    {
        var steps = 0;
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var targets = await db.AdoptionTargets.Where(t => ids.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(cancellationToken);
            for (var date = targets.Min(t => NextStepOn(t, due)); date <= due; date = date.AddDays(1))
            {
                // Prolonged for each day, so that another replica never starts while this one still works.
                if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return null;
                if (!facts.TryGetValue(date, out var known)) facts.Add(date, known = EvidenceFacts.OfWhole(date, clock.Today()));
                var taken = await StepDayAsync(db, targets, date, due, known, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                steps += taken;
            }

            return steps;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Parted(exception, ids.Length);
            return await StepSinglyAsync(ids, due, cancellationToken) is { } taken ? steps + taken : null;
        }
    }

    private async Task<int> StepDayAsync(
        PortalDbContext db, List<AdoptionTarget> targets, DateOnly date, DateOnly due, EvidenceFacts facts, CancellationToken cancellationToken)
    {
        var steps = 0;
        foreach (var target in targets.Where(t => IsEvaluated(t.State) && NextStepOn(t, due) == date).ToList())
        {
            var step = await evaluator.StepAsync(db, target, date, Actor, clock.GetUtcNow(), cancellationToken, facts);
            if (step.IsSuccess)
            {
                steps++;
                continue;
            }

            Refused(target.Id.Value, date, step.Error!.Code);
            targets.Remove(target);
        }

        return steps;
    }

    private async Task<int?> StepSinglyAsync(AdoptionTargetId[] ids, DateOnly due, CancellationToken cancellationToken)
    {
        var steps = 0;
        foreach (var id in ids)
        {
            if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return null;
            try
            {
                steps += await CatchUpAsync(id, due, Actor, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One target that cannot be evaluated must not leave the others without their guardrails.
                Failed(exception, id.Value);
            }
        }

        return steps;
    }

    private async Task<List<AdoptionTargetId>> WaitingAsync(DateOnly due, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db
            .AdoptionTargets.IgnoreAutoIncludes()
            .Where(t => t.State > TargetState.Draft && t.State < TargetState.Retired)
            .Where(t => t.LastEvaluatedOn == null || t.LastEvaluatedOn < due)
            .OrderBy(t => t.Id)
            .Select(t => t.Id)
            .ToListAsync(cancellationToken);
    }

    private async Task<int> StepUpToAsync(AdoptionTargetId id, DateOnly due, string actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var target = await db.AdoptionTargets.SingleAsync(t => t.Id == id, cancellationToken);
        var steps = 0;
        for (var date = NextStepOn(target, due); date <= due && IsEvaluated(target.State); date = date.AddDays(1))
        {
            var step = await evaluator.StepAsync(db, target, date, actor, clock.GetUtcNow(), cancellationToken);
            if (!step.IsSuccess)
            {
                Refused(id.Value, date, step.Error!.Code);
                return steps;
            }

            await db.SaveChangesAsync(cancellationToken);
            steps++;
        }

        return steps;
    }

    private static bool IsEvaluated(TargetState state) => state is not (TargetState.Draft or TargetState.Retired);

    private static DateOnly NextStepOn(AdoptionTarget target, DateOnly due)
    {
        if (target.LastEvaluatedOn is { } last) return last.AddDays(1);
        return target.ProposedAt is { } proposed ? proposed.UtcDay() : due;
    }

    private static bool IsRace(DbUpdateException exception) => exception is DbUpdateConcurrencyException || DatabaseErrors.IsUniqueViolation(exception);
}

/// <summary>What the step of the coming night would do with the data of now.</summary>
/// <param name="Paused">It pauses the target, and was therefore taken.</param>
internal sealed record EarlyLook(bool Paused, EvaluationRecord Step, string Readiness);
