using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Weighs the unit's pages by what agents read of them in 28 days; where nobody told of any reading, it takes the imported figure.</summary>
internal sealed class KbFreshnessEvaluator : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.KbFreshness];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        if (await scope.Facts.ReadingsAsync(db, scope.Range, cancellationToken) is not { } read) return await OfSeriesAsync(db, type, scope, cancellationToken);

        return new Evidence(
            new GuardrailObservation((double)read.Fresh / read.All, read.All, scope.Date.DayNumber - read.Newest.DayNumber),
            $"{Say.Count(read.Fresh)} of {Say.Of(read.All, "reading", "readings")} by agents in {PageRead.Days} days {(read.Fresh == 1 ? "was" : "were")} of pages that are verified in time and owned.");
    }

    private static async Task<Evidence> OfSeriesAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        if (await ImportedSeriesEvaluator.NewestAsync(db, type, scope, cancellationToken) is not { } newest)
            return Evidence.None($"No agent is known to have read a page of this unit in {PageRead.Days} days, and no figure has been imported.");

        return new Evidence(new GuardrailObservation(newest.Value, newest.Sample, scope.Date.DayNumber - newest.Date.DayNumber), $"As of {Say.Day(newest.Date)}, from {newest.Source}.");
    }
}
