using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>What AI offered to the people of each unit in a week, and how much of it they kept, where a tool counts it: sums of units, never of people.</summary>
internal sealed class AcceptedWork
{
    private readonly SubtreeSums _people;
    private readonly SubtreeSums _offered;
    private readonly SubtreeSums _accepted;

    private AcceptedWork(IReadOnlyList<UnitWork> units)
    {
        _people = new SubtreeSums(units.Select(u => (u.Left, u.People)));
        _offered = new SubtreeSums(units.Select(u => (u.Left, u.Offered)));
        _accepted = new SubtreeSums(units.Select(u => (u.Left, u.Accepted)));
    }

    /// <summary>Null for fewer than five people: a sum of theirs would tell of them.</summary>
    public (long Offered, long Accepted)? Within(UnitRange range) =>
        _people.Within(range) < TargetMetrics.SmallestGroup ? null : (_offered.Within(range), _accepted.Within(range));

    /// <param name="people">Who counts.</param>
    /// <param name="end">Last day of the week.</param>
    public static async Task<AcceptedWork> ReadAsync(
        PortalDbContext db, IQueryable<Person> people, DateOnly end, IReadOnlyDictionary<UnitId, UnitRange> places, CancellationToken cancellationToken)
    {
        var start = end.AddDays(1 - TargetMetrics.WeekDays);
        // The months are named too: from the days alone a database would look at every month of each person.
        var (first, last) = (MonthBits.MonthOf(start), MonthBits.MonthOf(end));
        var months = db.UsageMonths.Where(m => m.Month >= first && m.Month <= last);
        var counted = await db
            .UsageCountDays.Where(c => c.Day >= start && c.Day <= end && c.Generations > 0)
            .Join(months, c => new { c.Tool, c.Login, c.Month }, m => new { m.Tool, m.Login, m.Month }, (c, m) => new { m.PersonId, c.Generations, c.Acceptances })
            .Join(people, c => c.PersonId, p => (PersonId?)p.Id, (c, p) => new { p.UnitId, c.PersonId, c.Generations, c.Acceptances })
            .GroupBy(c => c.UnitId)
            .Select(g => new
            {
                g.Key,
                People = g.Select(c => c.PersonId).Distinct().Count(),
                Offered = g.Sum(c => c.Generations) ?? 0,
                Accepted = g.Sum(c => c.Acceptances) ?? 0,
            })
            .ToListAsync(cancellationToken);
        return new AcceptedWork([.. counted.Select(c => new UnitWork(places[c.Key].Left, c.People, c.Offered, c.Accepted))]);
    }

    private sealed record UnitWork(int Left, int People, int Offered, int Accepted);
}
