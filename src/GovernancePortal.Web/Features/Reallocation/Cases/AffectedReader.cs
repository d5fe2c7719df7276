using GovernancePortal.Data;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.Cases;

/// <summary>Who is affected by a case, in numbers.</summary>
/// <param name="People">Whose position is marked and not withdrawn.</param>
/// <param name="Shares">Whole positions that these come to.</param>
/// <param name="Units">The most first; the rest as one row.</param>
/// <param name="Tenure">Years of service.</param>
/// <param name="Levels">From junior on.</param>
/// <param name="Systems">What they know, rarest first: of them, and of everybody who works here.</param>
/// <param name="Cost">What the displaced shares cost a year; null for whoever may not see pay, where a cost is missing, and where it would tell of fewer than five people.</param>
public sealed record AffectedPeople(
    int People, decimal Shares, IReadOnlyList<AffectedGroup> Units, IReadOnlyList<AffectedGroup> Tenure, IReadOnlyList<AffectedGroup> Levels, IReadOnlyList<AffectedSystem> Systems, decimal? Cost);

public sealed record AffectedGroup(string Name, int People);

public sealed record AffectedSystem(string Name, int Affected, int Everybody);

internal static class AffectedReader
{
    private const int MostUnits = 12;
    private const int MostSystems = 12;
    private const double DaysPerYear = 365.25;

    private static readonly (string Name, double Below)[] Tenures = [("under 1 year", 1), ("1 to 2 years", 3), ("3 to 5 years", 6), ("6 to 10 years", 11), ("more than 10 years", double.MaxValue)];

    public static async Task<AffectedPeople> ReadAsync(PortalDbContext db, CaseId caseId, bool withPay, DateOnly today, CancellationToken cancellationToken)
    {
        var concerned = db.DisplacedPositions.Where(p => p.CaseId == caseId && p.WithdrawnAt == null);
        var rows = await concerned
            .Join(db.People, p => p.PersonId, who => who.Id, (p, who) => new { p.Share, who.UnitId, who.StartDate, who.Level, Cost = withPay ? who.AnnualLoadedCost : null })
            .Join(db.Units, r => r.UnitId, u => u.Id, (r, u) => new { r.Share, r.StartDate, r.Level, r.Cost, u.Path })
            .ToListAsync(cancellationToken);
        var ids = concerned.Select(p => p.PersonId);
        var known = await db.Set<PersonSystem>().Where(s => ids.Contains(s.PersonId)).GroupBy(s => s.Name).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var names = known.ConvertAll(k => k.Key);
        var everybody = names.Count == 0
            ? []
            : await db.Set<PersonSystem>()
                .Where(s => names.Contains(s.Name))
                .Join(db.People.Where(p => p.LeftOn == null || p.LeftOn > today), s => s.PersonId, p => p.Id, (s, _) => s.Name)
                .GroupBy(n => n)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancellationToken);

        var units = rows.GroupBy(r => r.Path, StringComparer.Ordinal).Select(g => new AffectedGroup(g.Key, g.Count())).OrderByDescending(g => g.People).ThenBy(g => g.Name, StringComparer.Ordinal).ToArray();
        return new(
            rows.Count,
            rows.Sum(r => r.Share),
            units.Length <= MostUnits ? units : [.. units.Take(MostUnits), new($"{units.Length - MostUnits} other units", units.Skip(MostUnits).Sum(u => u.People))],
            [.. Tenure([.. rows.Select(r => r.StartDate)], today)],
            [.. rows.GroupBy(r => r.Level).OrderBy(g => g.Key).Select(g => new AffectedGroup(Platform.Words.Say.Level(g.Key), g.Count()))],
            [.. known.Select(k => new AffectedSystem(k.Key, k.Count, everybody.GetValueOrDefault(k.Key))).OrderBy(s => s.Everybody - s.Affected).ThenBy(s => s.Name, StringComparer.Ordinal).Take(MostSystems)],
            withPay && rows.Count >= SmallGroups.Least && rows.TrueForAll(r => r.Cost is not null) ? rows.Sum(r => r.Share * r.Cost!.Value) : null);
    }

    private static IEnumerable<AffectedGroup> Tenure(IReadOnlyCollection<DateOnly?> starts, DateOnly today)
    {
        var years = starts.Where(s => s is not null).Select(s => (int)((today.DayNumber - s!.Value.DayNumber) / DaysPerYear)).ToArray();
        var from = double.MinValue;
        foreach (var (name, below) in Tenures)
        {
            var lower = from;
            if (years.Count(y => y >= lower && y < below) is var count and > 0) yield return new(name, count);
            from = below;
        }

        if (starts.Count > years.Length) yield return new("not known", starts.Count - years.Length);
    }
}
