using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Looks, with each evaluation, whether activity was measured and not value. It reads the weeks that earlier evaluations kept.</summary>
internal static class ActivityWatch
{
    public static async Task LookAsync(PortalDbContext db, EvidenceScope scope, EvaluationRecord record, CancellationToken cancellationToken)
    {
        var target = scope.Target;
        if (target.Direction != Direction.Min || await UseMetric.MeasureAsync(db, scope, cancellationToken) is not { } use) return;

        var work = await scope.Facts.WorkAsync(db, scope.Range, use.Until, cancellationToken);
        var week = new WeekOfUse(record.Date, record.Metric, record.MetricSample, work?.Offered, work?.Accepted);
        var rules = ActivityRules.Standard;
        var from = record.Date.AddDays(-2 * rules.Weeks * TargetMetrics.WeekDays);
        WeekOfUse[] weeks = [week, .. await WeeksAsync(db, target.Id, from, record.Date, cancellationToken)];
        var outcomes = await db
            .OutcomeReadings.Where(r => r.UnitId == scope.UnitId && r.Metric == target.OutcomeMetric && r.Date > from && r.Date <= scope.Date)
            .Select(r => new { r.Date, r.Value })
            .ToListAsync(cancellationToken);
        record.Watch(week, ActivityCheck.Of(record.Date, weeks, [.. outcomes.Select(o => (o.Date, o.Value))], target.OutcomeDirection, rules));
    }

    /// <summary>One evaluation for each week before this one, the newest of it.</summary>
    private static async Task<IEnumerable<WeekOfUse>> WeeksAsync(PortalDbContext db, AdoptionTargetId id, DateOnly from, DateOnly date, CancellationToken cancellationToken)
    {
        var kept = await db
            .Evaluations.Where(e => e.TargetId == id && e.Date > from && e.Date < date)
            .Select(e => new WeekOfUse(e.Date, e.Metric, e.MetricSample, e.Offered, e.Accepted))
            .ToListAsync(cancellationToken);
        return kept.Concat(Unsaved(db, id, from, date)).DistinctBy(w => w.Ends).GroupBy(w => (date.DayNumber - w.Ends.DayNumber) / TargetMetrics.WeekDays).Where(g => g.Key > 0).Select(g => g.MaxBy(w => w.Ends)!);
    }

    /// <summary>Several steps can be taken before they are saved together. New rows are known without a search for changes, which would look at every target.</summary>
    private static WeekOfUse[] Unsaved(PortalDbContext db, AdoptionTargetId id, DateOnly from, DateOnly date)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. db.Evaluations.Local.Where(e => e.TargetId == id && e.Date > from && e.Date < date).Select(e => new WeekOfUse(e.Date, e.Metric, e.MetricSample, e.Offered, e.Accepted))];
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }
}
