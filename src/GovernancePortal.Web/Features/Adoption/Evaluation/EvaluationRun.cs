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

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(5);

    /// <summary>The newest day whose step is due.</summary>
    public static DateOnly DueOn(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(-Hour));

    /// <summary>Does what is due and says how many steps that were; none when another replica is at it.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return 0;
        try
        {
            return await RunAllAsync(DueOn(clock.GetUtcNow()), cancellationToken);
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

    private async Task<int> RunAllAsync(DateOnly due, CancellationToken cancellationToken)
    {
        var steps = 0;
        foreach (var id in await WaitingAsync(due, cancellationToken))
        {
            // Prolonged for each target, so that another replica never starts while this one still works.
            if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return steps;
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

        if (steps > 0) Evaluated(steps, due);
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

    [LoggerMessage(2101, LogLevel.Information, "{Steps} target evaluations up to {Due}")]
    private partial void Evaluated(int steps, DateOnly due);

    [LoggerMessage(2102, LogLevel.Warning, "Target {TargetId} was changed during its evaluation")]
    private partial void Raced(Guid targetId);

    [LoggerMessage(2104, LogLevel.Error, "Target {TargetId} could not be evaluated; the run goes on")]
    private partial void Failed(Exception exception, Guid targetId);

    [LoggerMessage(2105, LogLevel.Error, "Target {TargetId} refused its step of {Date}: {Code}")]
    private partial void Refused(Guid targetId, DateOnly date, string code);
}
