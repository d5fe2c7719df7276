using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>People of the unit who have all the training that is asked of them, of all people who are asked for any.</summary>
internal sealed class LiteracyEvaluator : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.LiteracyCoverage];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var count = await scope.Facts.LiteracyAsync(db, scope.Range, cancellationToken);
        if (count.Asked == 0) return Evidence.None("No training is required of anybody here, so nothing can be shown.");

        // A count of so few would tell who it is.
        if (count.Asked < TargetMetrics.SmallestGroup)
        {
            return new Evidence(
                GuardrailFormulas.Share(count.Met, count.Asked, ageDays: 0) with { Sample = null },
                $"Fewer than {TargetMetrics.SmallestGroup} people are asked for training; {(count.Lacking == 0 ? "all have it" : "not all have it")}.");
        }

        return new Evidence(
            GuardrailFormulas.Share(count.Met, count.Asked, ageDays: 0),
            count.Lacking == 0 ? $"All {count.Asked:N0} people have the training they need." : $"{count.Lacking:N0} of {count.Asked:N0} people lack training they need.");
    }
}
