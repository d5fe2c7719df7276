using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Measures a target on one day and lets it take its step. The nightly job, "Evaluate now" and the demo all come through here.</summary>
internal sealed class TargetEvaluator(IEnumerable<IGuardrailEvaluator> evaluators, TimeProvider clock)
{
    private readonly Dictionary<GuardrailType, IGuardrailEvaluator> _byType = evaluators
        .SelectMany(e => e.Types.Select(t => KeyValuePair.Create(t, e)))
        .ToDictionary();

    /// <summary>Takes the step of a day and notes it, with the evidence, in evaluations and ledger. The caller saves.</summary>
    /// <param name="facts">Of the day and the whole organisation, when many targets take their step; null reads what this one needs.</param>
    public async Task<Result<EvaluationRecord>> StepAsync(
        PortalDbContext db, AdoptionTarget target, DateOnly date, string actor, DateTimeOffset now, CancellationToken cancellationToken, EvidenceFacts? facts = null)
    {
        if (await ScopeAsync(db, target, date, facts, cancellationToken) is not { } scope) return TargetErrors.NotFound;
        var preview = await TryAsync(db, scope, date, now, cancellationToken);
        if (!preview.IsSuccess) return preview.Error!;

        await ActivityWatch.LookAsync(db, scope, preview.Value, cancellationToken);
        Note(db, target, preview.Value, actor);
        return preview.Value;
    }

    /// <summary>
    /// Lets the target take a step without noting it: on an instance that is not saved, this shows what would happen.
    /// </summary>
    /// <param name="date">The day that the step stands for.</param>
    /// <param name="asOf">The day up to which rows count.</param>
    /// <param name="facts">Of that day and the whole organisation; null reads what this target needs.</param>
    public async Task<Result<EvaluationRecord>> TryAsync(
        PortalDbContext db, AdoptionTarget target, DateOnly date, DateOnly asOf, DateTimeOffset now, CancellationToken cancellationToken, EvidenceFacts? facts = null)
    {
        return await ScopeAsync(db, target, asOf, facts, cancellationToken) is { } scope ? await TryAsync(db, scope, date, now, cancellationToken) : TargetErrors.NotFound;
    }

    /// <summary>Adds to a step that was tried, and is to be kept, what is looked at beside the guardrails. It changes no state, so a step that is only shown goes without.</summary>
    public async Task WatchAsync(PortalDbContext db, AdoptionTarget target, EvaluationRecord record, DateOnly asOf, CancellationToken cancellationToken)
    {
        if (await ScopeAsync(db, target, asOf, facts: null, cancellationToken) is { } scope) await ActivityWatch.LookAsync(db, scope, record, cancellationToken);
    }

    private async Task<EvidenceScope?> ScopeAsync(PortalDbContext db, AdoptionTarget target, DateOnly asOf, EvidenceFacts? facts, CancellationToken cancellationToken)
    {
        if (target.Scope is not { } unitId) return null;
        var range = facts is null ? await RangeAsync(db, unitId, cancellationToken) : await facts.RangeOfAsync(db, unitId, cancellationToken);
        return new EvidenceScope(target, unitId, range.Left, range.Right, asOf, facts ?? new EvidenceFacts(UnitScope.Of([range]), asOf, clock.Today(), unitId));
    }

    private async Task<Result<EvaluationRecord>> TryAsync(PortalDbContext db, EvidenceScope scope, DateOnly date, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var target = scope.Target;
        var observations = new Dictionary<string, GuardrailObservation>(StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var guardrail in target.Guardrails)
        {
            var evidence = await _byType[guardrail.Type].MeasureAsync(db, guardrail.Type, scope, cancellationToken);
            if (evidence.Observation is { } observation) observations[guardrail.Key] = observation;
            words[guardrail.Key] = evidence.Words;
        }

        var use = await UseMetric.MeasureAsync(db, scope, cancellationToken);
        var newest = await OutcomeEvaluator.NewestAsync(db, scope, cancellationToken);
        // A target is not reached on an outcome that nobody has looked at for weeks.
        var outcome = newest is { } point && scope.Date.DayNumber - point.Date.DayNumber <= TargetMetrics.MaxAgeDays ? newest : null;
        var evaluation = target.Evaluate(new TargetReading(date, use?.Share, outcome?.Value, observations), now);
        if (!evaluation.IsSuccess) return evaluation.Error!;

        return new EvaluationRecord(target, new TargetReading(date, use?.Share, outcome?.Value, observations), use?.People, evaluation.Value, words, now);
    }

    private static Task<UnitRange> RangeAsync(PortalDbContext db, UnitId unit, CancellationToken cancellationToken) =>
        db.Units.Where(u => u.Id == unit).Select(u => new UnitRange(u.Left, u.Right)).SingleAsync(cancellationToken);

    /// <summary>How the ledger names a transition.</summary>
    public static string KindOf(EvaluationRecord record) => $"target.{record.After.ToString().ToLowerInvariant()}";

    /// <summary>Keeps a step that was tried: the evaluation, and the transition with its evidence in the ledger.</summary>
    public static void Note(PortalDbContext db, AdoptionTarget target, EvaluationRecord record, string actor)
    {
        db.Evaluations.Add(record);
        if (record.Transition is null) return;

        db.Record(actor, KindOf(record), $"target:{target.Id}", new
        {
            date = record.Date,
            transition = record.Transition,
            before = record.Before.ToString(),
            after = record.After.ToString(),
            readiness = record.Readiness,
            guardrails = record.Findings.Select(f => new
            {
                key = f.Key,
                type = f.Type.ToString(),
                value = f.Value,
                enter = f.Enter,
                exit = f.Exit,
                sample = f.Sample,
                ageDays = f.AgeDays,
                status = f.Status.ToString(),
                holds = f.Holds,
                mode = f.Mode.ToString(),
                waivedUntil = f.WaivedUntil,
            }),
        });
    }
}
