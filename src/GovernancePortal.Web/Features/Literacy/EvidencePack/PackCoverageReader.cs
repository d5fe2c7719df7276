using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>Coverage of a past day: as it was counted and kept, else worked out from what had been recorded by then.</summary>
internal static class PackCoverageReader
{
    private const int Months = 12;

    /// <summary>The figures of the day itself.</summary>
    public static async Task<PackFigures> OnTheDayAsync(PackDay day, CancellationToken cancellationToken)
    {
        if (await day.Db.CoverageDays.AnyAsync(d => d.Day == day.On && d.Requirement == Guid.Empty, cancellationToken))
        {
            var kept = Kept(day).Where(d => d.Day == day.On);
            var units = await kept.Where(d => d.Requirement == Guid.Empty).ToDictionaryAsync(d => d.UnitId, d => new CoverageCount(d.Asked, d.Met), cancellationToken);
            var rules = await kept
                .Where(d => d.Requirement != Guid.Empty)
                .GroupBy(d => d.Requirement)
                .Select(g => new { g.Key, Asked = g.Sum(d => d.Asked), Met = g.Sum(d => d.Met) })
                .ToDictionaryAsync(g => new LiteracyRequirementId(g.Key), g => new CoverageCount(g.Asked, g.Met), cancellationToken);
            return new PackFigures(units, rules, IsKept: true);
        }

        var counts = CoverageSnapshots.Count(await CoverageCalculator.RunAsync(day.Db, CoveragePeople.Of(day.Scope), day.On, day.Known, cancellationToken), day.On);
        return new PackFigures(
            counts.Where(c => c.Key.Requirement == Guid.Empty).ToDictionary(c => c.Key.Unit, c => c.Value),
            counts.Where(c => c.Key.Requirement != Guid.Empty).GroupBy(c => new LiteracyRequirementId(c.Key.Requirement)).ToDictionary(g => g.Key, g => Sum(g.Select(c => c.Value))),
            IsKept: false);
    }

    /// <summary>The month ends of the twelve months before. Of a month whose end was not kept, the last day that was.</summary>
    public static async Task<IReadOnlyList<PackCoverage>> MonthsBeforeAsync(PackDay day, CancellationToken cancellationToken)
    {
        var first = new DateOnly(day.On.Year, day.On.Month, 1).AddMonths(-Months);
        var days = await day.Db.CoverageDays.Where(d => d.Day >= first && d.Day < day.On && d.Requirement == Guid.Empty).Select(d => d.Day).Distinct().ToListAsync(cancellationToken);
        var lasts = days.GroupBy(d => (d.Year, d.Month)).Select(m => m.Max()).ToArray();
        var kept = await Kept(day)
            .Where(d => d.Requirement == Guid.Empty && lasts.Contains(d.Day))
            .GroupBy(d => d.Day)
            .Select(g => new { g.Key, Asked = g.Sum(d => d.Asked), Met = g.Sum(d => d.Met) })
            .ToDictionaryAsync(g => g.Key, g => new CoverageCount(g.Asked, g.Met), cancellationToken);

        var points = new List<PackCoverage>();
        for (var month = first; month < new DateOnly(day.On.Year, day.On.Month, 1); month = month.AddMonths(1))
        {
            var (at, isKept) = lasts.FirstOrDefault(d => d.Year == month.Year && d.Month == month.Month) is { Year: > 1 } last ? (last, true) : (month.AddMonths(1).AddDays(-1), false);
            var count = isKept ? kept.GetValueOrDefault(at) : await WorkOutAsync(day, at, cancellationToken);
            points.Add(new PackCoverage(at, count.Asked, count.Met, isKept));
        }

        return points;
    }

    public static CoverageCount Sum(IEnumerable<CoverageCount> counts) => counts.Aggregate(default(CoverageCount), (a, b) => new CoverageCount(a.Asked + b.Asked, a.Met + b.Met));

    // A month before anything was asked costs nothing; a pass over all completions is needed only for one in which the portal stood still.
    private static async Task<CoverageCount> WorkOutAsync(PackDay day, DateOnly at, CancellationToken cancellationToken)
    {
        if (!await day.Db.LiteracyRequirements.AnyAsync(r => r.AskedFrom <= at && (r.RetiredOn == null || r.RetiredOn > at), cancellationToken)) return default;
        return LiteracyCoverage.Count(await CoverageCalculator.RunAsync(day.Db, CoveragePeople.Of(day.Scope), at, PackDay.EndOf(at), cancellationToken), at);
    }

    private static IQueryable<CoverageDay> Kept(PackDay day)
    {
        if (day.Scope.IsWholeOrganisation) return day.Db.CoverageDays.AsNoTracking();

        var covered = day.Db.Units.Within(day.Scope).Select(u => u.Id);
        return day.Db.CoverageDays.AsNoTracking().Where(d => covered.Contains(d.UnitId));
    }
}

/// <param name="Units">Of each unit's own people.</param>
internal sealed record PackFigures(IReadOnlyDictionary<UnitId, CoverageCount> Units, IReadOnlyDictionary<LiteracyRequirementId, CoverageCount> Rules, bool IsKept);
