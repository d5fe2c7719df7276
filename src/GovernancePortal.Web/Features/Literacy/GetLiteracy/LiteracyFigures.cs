using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.GetLiteracy;

/// <summary>Reads the figures of the page. No query looks at single completions, except for a past day that was not kept.</summary>
internal static class LiteracyFigures
{
    private const int Months = 12;
    private const int MonthsAhead = 6;

    public static CoverageCount Sum(IEnumerable<CoverageCount> counts) => counts.Aggregate(default(CoverageCount), (a, b) => new CoverageCount(a.Asked + b.Asked, a.Met + b.Met));

    /// <summary>Coverage of each unit's own people on the day.</summary>
    public static async Task<(Dictionary<UnitId, CoverageCount> Counts, FiguresFrom Source)> CountAsync(
        PortalDbContext db, UnitScope scope, DateOnly on, DateOnly today, CancellationToken cancellationToken)
    {
        if (on == today) return (await LiteracyCoverage.ByUnitAsync(db, scope, today, cancellationToken), FiguresFrom.Now);
        if (await db.CoverageDays.AnyAsync(d => d.Day == on && d.Requirement == Guid.Empty, cancellationToken))
        {
            var kept = await Kept(db, scope).Where(d => d.Day == on).ToDictionaryAsync(d => d.UnitId, d => new CoverageCount(d.Asked, d.Met), cancellationToken);
            return (kept, FiguresFrom.Kept);
        }

        var counts = new Dictionary<UnitId, CoverageCount>();
        LiteracyCoverage.AddTo(counts, await CoverageCalculator.RunAsync(db, CoveragePeople.Of(scope), on, EndOf(on), cancellationToken), on);
        return (counts, FiguresFrom.WorkedOut);
    }

    /// <summary>The last kept day of each of the months before.</summary>
    public static async Task<IReadOnlyList<TrendPoint>> TrendAsync(PortalDbContext db, UnitScope scope, DateOnly on, CancellationToken cancellationToken)
    {
        var first = new DateOnly(on.Year, on.Month, 1).AddMonths(-Months);
        var days = await db.CoverageDays.Where(d => d.Day >= first && d.Day < on && d.Requirement == Guid.Empty).Select(d => d.Day).Distinct().ToListAsync(cancellationToken);
        var lasts = days.GroupBy(d => (d.Year, d.Month)).Where(m => m.Key != (on.Year, on.Month)).Select(m => m.Max()).ToArray();
        return await Kept(db, scope)
            .Where(d => lasts.Contains(d.Day))
            .GroupBy(d => d.Day)
            .OrderBy(g => g.Key)
            .Select(g => new TrendPoint(g.Key, new CoverageCount(g.Sum(d => d.Asked), g.Sum(d => d.Met))))
            .ToListAsync(cancellationToken);
    }

    /// <summary>How many people's coverage ends in each month to come, if nobody renews.</summary>
    public static async Task<IReadOnlyList<ExpiryMonth>> ExpiriesAsync(PortalDbContext db, UnitScope scope, DateOnly today, CancellationToken cancellationToken)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var end = first.AddMonths(MonthsAhead);
        var days = await LiteracyCoverage
            .Within(db, scope)
            .Where(c => c.IsAsked && c.CoveredUntil >= today && c.CoveredUntil < end)
            .GroupBy(c => c.CoveredUntil)
            .Select(g => new { Day = g.Key, People = g.Count() })
            .ToListAsync(cancellationToken);
        return [.. Enumerable.Range(0, MonthsAhead).Select(m => first.AddMonths(m)).Select(m => new ExpiryMonth(m, days.Where(d => d.Day >= m && d.Day < m.AddMonths(1)).Sum(d => d.People)))];
    }

    /// <summary>Each requirement on its own, from the newest kept day.</summary>
    public static async Task<(IReadOnlyList<RuleCoverage> Rules, DateOnly? On)> RulesAsync(PortalDbContext db, UnitScope scope, DateOnly on, CancellationToken cancellationToken)
    {
        var day = await db.CoverageDays.Where(d => d.Day <= on).MaxAsync(d => (DateOnly?)d.Day, cancellationToken);
        if (day is not { } kept) return ([], null);

        var covered = db.Units.Within(scope).Select(u => u.Id);
        var counts = await db
            .CoverageDays.Where(d => d.Day == kept && d.Requirement != Guid.Empty && covered.Contains(d.UnitId))
            .GroupBy(d => d.Requirement)
            .Select(g => new { g.Key, Asked = g.Sum(d => d.Asked), Met = g.Sum(d => d.Met) })
            .ToListAsync(cancellationToken);
        var ids = counts.ConvertAll(c => new LiteracyRequirementId(c.Key));
        var rules = await db
            .LiteracyRequirements.Where(r => ids.Contains(r.Id))
            .Join(db.Courses.IgnoreAutoIncludes(), r => r.CourseId, c => c.Id, (r, c) => new { r, c.Name })
            .Join(db.Units, x => x.r.UnitId, u => u.Id, (x, u) => new { x.r.Id, x.r.CourseId, Course = x.Name, Unit = u.Name, x.r.MinimumVersion })
            .ToDictionaryAsync(r => r.Id, cancellationToken);
        return (
            [.. counts.Select(c => (Rule: rules[new LiteracyRequirementId(c.Key)], Count: new CoverageCount(c.Asked, c.Met)))
                .Select(x => new RuleCoverage(x.Rule.CourseId.Value, x.Rule.Course, x.Rule.Unit, x.Rule.MinimumVersion, x.Count))
                .OrderByDescending(r => r.Count.Lacking).ThenBy(r => r.Course, StringComparer.Ordinal).ThenBy(r => r.Unit, StringComparer.Ordinal)],
            kept);
    }

    private static IQueryable<CoverageDay> Kept(PortalDbContext db, UnitScope scope)
    {
        var together = db.CoverageDays.Where(d => d.Requirement == Guid.Empty);
        if (scope.IsWholeOrganisation) return together;

        var covered = db.Units.Within(scope).Select(u => u.Id);
        return together.Where(d => covered.Contains(d.UnitId));
    }

    /// <summary>Everything that was recorded on the day itself was known on it.</summary>
    private static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1);
}
