using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Tools;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Reads the register of tools and agents, and the imported figures of changes that passed no gate.</summary>
internal sealed class ProductionAccessEvaluator : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.UnsupervisedProductionAccess];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var entries = await scope.Facts.RegisterAsync(db, scope.Range, cancellationToken);
        var (observation, words) = ProductionAccess.Measure(
            entries, await StatedAsync(db, scope, cancellationToken), await ChangesAsync(db, scope, cancellationToken), scope.Date);
        return new Evidence(observation, words);
    }

    /// <summary>Only a statement about the whole of the target's units speaks for it.</summary>
    private static Task<DateOnly?> StatedAsync(PortalDbContext db, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var (date, left, right) = (scope.Date, scope.Left, scope.Right);
        return db
            .NoAgentsStatements.Where(s => s.StatedOn <= date && db.Units.Any(u => u.Id == s.UnitId && u.Left <= left && u.Right >= right))
            .MaxAsync(s => (DateOnly?)s.StatedOn, cancellationToken);
    }

    private static async Task<UngatedChanges?> ChangesAsync(PortalDbContext db, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var newest = await scope.Facts.FigureAsync(db, scope.UnitId, GuardrailType.UnsupervisedProductionAccess, cancellationToken);
        return newest is null || newest.Date < scope.Date.AddDays(1 - ProductionAccess.ChangeDays) ? null : new UngatedChanges(newest.Value, scope.Date.DayNumber - newest.Date.DayNumber);
    }
}
