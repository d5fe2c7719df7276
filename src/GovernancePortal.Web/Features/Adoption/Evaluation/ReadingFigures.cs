using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>What agents read in the days that weigh freshness, by the unit whose page it was.</summary>
internal sealed class ReadingFigures
{
    private readonly IReadOnlyList<(int Left, DateOnly Newest)> _days;
    private readonly SubtreeSums _all;
    private readonly SubtreeSums _fresh;

    private ReadingFigures(IReadOnlyList<(int Left, DateOnly Newest)> days, SubtreeSums all, SubtreeSums fresh) => (_days, _all, _fresh) = (days, all, fresh);

    public static async Task<ReadingFigures> ReadAsync(PortalDbContext db, UnitScope units, DateOnly date, CancellationToken cancellationToken)
    {
        var placed = db.Units.Within(units).Join(db.KnowledgePages, u => (UnitId?)u.Id, p => p.UnitId, (u, p) => new { u.Left, Page = p.Id });
        var rows = await db
            .PageReads.WeighingOn(date).Where(r => r.Count > 0)
            .Join(placed, r => r.PageId, p => p.Page, (r, p) => new { p.Left, r.Day, r.Count })
            .GroupBy(r => r.Left)
            .Select(g => new { Left = g.Key, Newest = g.Max(r => r.Day), All = g.Sum(r => (long)r.Count) })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0) return new ReadingFigures([], SubtreeSums.None, SubtreeSums.None);

        var verified = db.KnowledgePages.InState(db, PageState.Fresh, date).Select(p => p.Id);
        var fresh = await db
            .PageReads.WeighingOn(date).Where(r => r.Count > 0 && verified.Contains(r.PageId))
            .Join(placed, r => r.PageId, p => p.Page, (r, p) => new { p.Left, r.Count })
            .GroupBy(r => r.Left)
            .Select(g => new { Left = g.Key, All = g.Sum(r => (long)r.Count) })
            .ToListAsync(cancellationToken);
        return new ReadingFigures(
            [.. rows.Select(r => (r.Left, r.Newest))], new SubtreeSums(rows.Select(r => (r.Left, r.All))), new SubtreeSums(fresh.Select(r => (r.Left, r.All))));
    }

    /// <summary>What was read of a unit's pages and of those below it; null when nobody told of any reading.</summary>
    public ReadingCount? Within(UnitRange range)
    {
        DateOnly? newest = null;
        foreach (var (left, day) in _days)
            if (range.Covers(left) && (newest is null || day > newest)) newest = day;
        return newest is { } last ? new ReadingCount(_all.LongWithin(range), _fresh.LongWithin(range), last) : null;
    }
}

/// <param name="Fresh">Of pages that are verified in time and owned.</param>
/// <param name="Newest">The last day that was told of.</param>
internal readonly record struct ReadingCount(long All, long Fresh, DateOnly Newest);
