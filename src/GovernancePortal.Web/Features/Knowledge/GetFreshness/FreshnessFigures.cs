using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.GetFreshness;

/// <summary>Counts of pages, made by the database; what comes back is as long as there are units, systems and owners.</summary>
internal sealed class FreshnessFigures
{
    private const int MonthsAhead = 6;
    private const int MostOwners = 100;

    private readonly SubtreeSums _pages;
    private readonly SubtreeSums _fresh;

    private FreshnessFigures(SubtreeSums pages, SubtreeSums fresh, IReadOnlyList<SystemFreshness> systems) => (_pages, _fresh, Systems) = (pages, fresh, systems);

    public IReadOnlyList<SystemFreshness> Systems { get; }

    public FreshCount All => new(Systems.Sum(s => s.Count.Pages), Systems.Sum(s => s.Count.Fresh));

    public FreshCount Within(UnitRange range) => new(_pages.Within(range), _fresh.Within(range));

    public static async Task<FreshnessFigures> ReadAsync(PortalDbContext db, IQueryable<KnowledgePage> pages, DateOnly today, CancellationToken cancellationToken)
    {
        var all = await CountAsync(pages, cancellationToken);
        var fresh = await CountAsync(pages.InState(db, PageState.Fresh, today), cancellationToken);
        var ids = all.Select(c => c.Unit).OfType<UnitId>().Distinct().ToArray();
        var lefts = ids.Length == 0 ? [] : await db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Left, cancellationToken);
        var ofSystem = fresh.GroupBy(c => c.System, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Count), StringComparer.Ordinal);
        return new FreshnessFigures(
            Sums(all),
            Sums(fresh),
            [
                .. all.GroupBy(c => c.System, StringComparer.Ordinal)
                    .Select(g => new SystemFreshness(g.Key, new FreshCount(g.Sum(c => c.Count), ofSystem.GetValueOrDefault(g.Key))))
                    .OrderByDescending(s => s.Count.Lacking).ThenBy(s => s.System, StringComparer.Ordinal),
            ]);

        SubtreeSums Sums(IEnumerable<Counted> counts) => new(counts.Where(c => c.Unit is not null).Select(c => (lefts[c.Unit!.Value], c.Count)));
    }

    /// <summary>What is fresh today and is so no longer after a day of each month, unless somebody verifies it.</summary>
    public static async Task<IReadOnlyList<DueMonth>> DueAsync(PortalDbContext db, IQueryable<KnowledgePage> pages, DateOnly today, CancellationToken cancellationToken)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var end = first.AddMonths(MonthsAhead);
        var days = await pages.InState(db, PageState.Fresh, today).Where(p => p.DueOn < end).GroupBy(p => p.DueOn!.Value).Select(g => new { Day = g.Key, Pages = g.Count() }).ToListAsync(cancellationToken);
        return [.. Enumerable.Range(0, MonthsAhead).Select(m => first.AddMonths(m)).Select(m => new DueMonth(m, days.Where(d => d.Day >= m && d.Day < m.AddMonths(1)).Sum(d => d.Pages)))];
    }

    /// <summary>Whose pages there are, by name: it says whom to ask, and ranks nobody.</summary>
    public static async Task<(IReadOnlyList<OwnerPages> Owners, int More)> OwnersAsync(PortalDbContext db, IQueryable<KnowledgePage> pages, DateOnly today, CancellationToken cancellationToken)
    {
        var all = await pages.GroupBy(p => p.Owner).Select(g => new { Owner = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var fresh = await pages.InState(db, PageState.Fresh, today).GroupBy(p => p.Owner!.Value).Select(g => new { Owner = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Owner, g => g.Count, cancellationToken);
        var people = await db.People.Where(p => pages.Any(k => k.Owner == p.Id)).Select(p => new { p.Id, p.Name, IsHere = p.LeftOn == null || p.LeftOn > today }).ToDictionaryAsync(p => p.Id, cancellationToken);
        var counted = all
            .Select(a => a.Owner is { } id ? new OwnerPages(people[id].Name, people[id].IsHere, new FreshCount(a.Count, fresh.GetValueOrDefault(id))) : new OwnerPages(null, IsHere: false, new FreshCount(a.Count, 0)))
            .OrderBy(o => o.Name is not null).ThenBy(o => o.IsHere).ThenBy(o => o.Name, StringComparer.CurrentCulture).ToArray();
        return (counted[..Math.Min(MostOwners, counted.Length)], Math.Max(0, counted.Length - MostOwners));
    }

    private static Task<List<Counted>> CountAsync(IQueryable<KnowledgePage> pages, CancellationToken cancellationToken) =>
        pages.GroupBy(p => new { p.UnitId, p.System }).Select(g => new Counted(g.Key.UnitId, g.Key.System, g.Count())).ToListAsync(cancellationToken);

    private sealed record Counted(UnitId? Unit, string System, int Count);
}
