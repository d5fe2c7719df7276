using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Weighs the unit's pages by what agents read of them in 28 days; where nobody told of any reading, it takes the imported figure.</summary>
internal sealed class KbFreshnessEvaluator : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.KbFreshness];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var (date, left, right) = (scope.Date, scope.Left, scope.Right);
        var pages = db.KnowledgePages.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Left >= left && u.Left <= right));
        var reads = db.PageReads.WeighingOn(date).Where(r => pages.Any(p => p.Id == r.PageId));
        var newest = await reads.Where(r => r.Count > 0).MaxAsync(r => (DateOnly?)r.Day, cancellationToken);
        if (newest is not { } day) return await OfSeriesAsync(db, type, scope, cancellationToken);

        var all = await reads.SumAsync(r => (long)r.Count, cancellationToken);
        var verified = pages.InState(db, PageState.Fresh, date);
        var fresh = await reads.Where(r => verified.Any(p => p.Id == r.PageId)).SumAsync(r => (long)r.Count, cancellationToken);
        return new Evidence(
            new GuardrailObservation((double)fresh / all, all, date.DayNumber - day.DayNumber),
            $"{Say.Count(fresh)} of {Say.Of(all, "reading", "readings")} by agents in {PageRead.Days} days {(fresh == 1 ? "was" : "were")} of pages that are verified in time and owned.");
    }

    private static async Task<Evidence> OfSeriesAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        if (await ImportedSeriesEvaluator.NewestAsync(db, type, scope, cancellationToken) is not { } newest)
            return Evidence.None($"No agent is known to have read a page of this unit in {PageRead.Days} days, and no figure has been imported.");

        return new Evidence(new GuardrailObservation(newest.Value, newest.Sample, scope.Date.DayNumber - newest.Date.DayNumber), $"As of {Say.Day(newest.Date)}, from {newest.Source}.");
    }
}
