using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Reads the newest imported or hand-entered value of the unit itself; a figure of the unit above would hide what is wrong below.</summary>
internal sealed class ImportedSeriesEvaluator : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } =
        [
            GuardrailType.ReworkRate,
            GuardrailType.HallucinationRate,
        ];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        if (await NewestAsync(db, type, scope, cancellationToken) is not { } newest) return Evidence.None("No figure has been imported or entered for this unit.");

        var age = scope.Date.DayNumber - newest.Date.DayNumber;
        return new Evidence(new GuardrailObservation(newest.Value, newest.Sample, age), $"As of {newest.Date:d MMM yyyy}, from {newest.Source}.");
    }

    /// <summary>The newest figure of the unit on or before the day.</summary>
    public static Task<ImportedFigure?> NewestAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken) =>
        scope.Facts.FigureAsync(db, scope.UnitId, type, cancellationToken);
}

internal sealed record ImportedFigure(DateOnly Date, double Value, long? Sample, string Source);
