using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>The share of a unit's people who used an AI tool in a week. People are counted once, whatever tools and days they appear on.</summary>
internal static class UseMetric
{
    /// <summary>Null when it is not measured: another metric, no recent data, or too few people to say anything without naming them.</summary>
    public static async Task<UseFigure?> MeasureAsync(PortalDbContext db, EvidenceScope scope, CancellationToken cancellationToken)
    {
        if (scope.Target.Metric != TargetMetrics.WeeklyActiveShare) return null;
        if (await scope.Facts.UseAsync(db, scope.Range, cancellationToken) is not { People: >= TargetMetrics.SmallestGroup } use) return null;

        return new UseFigure((double)use.Active / use.People, use.People, use.Until);
    }
}

/// <param name="Share">0 to 1.</param>
/// <param name="People">Whom it is a share of.</param>
/// <param name="Until">Newest day with data.</param>
internal sealed record UseFigure(double Share, int People, DateOnly Until);
