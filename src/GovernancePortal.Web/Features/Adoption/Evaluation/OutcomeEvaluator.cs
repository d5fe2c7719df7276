using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>The target's own outcome metric, as its newest reading and as a share of its baseline.</summary>
internal sealed class OutcomeEvaluator : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.OutcomeNotWorse];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        if (await NewestAsync(db, scope, cancellationToken) is not { } newest) return Evidence.None("No figure of the outcome has been imported or entered.");

        var share = GuardrailFormulas.OutcomeShare(newest.Value, scope.Target.OutcomeBaseline, scope.Target.OutcomeDirection);
        var age = scope.Date.DayNumber - newest.Date.DayNumber;
        return new Evidence(new GuardrailObservation(share, null, age), $"{newest.Value:0.##} against a baseline of {scope.Target.OutcomeBaseline:0.##}, as of {newest.Date:d MMM yyyy}.");
    }

    /// <summary>The newest reading of the outcome metric on or before the day.</summary>
    public static async Task<OutcomePoint?> NewestAsync(PortalDbContext db, EvidenceScope scope, CancellationToken cancellationToken) =>
        scope.Target.OutcomeMetric is { } metric ? await scope.Facts.OutcomeAsync(db, scope.UnitId, metric, cancellationToken) : null;
}

internal sealed record OutcomePoint(DateOnly Date, double Value);
