using GovernancePortal.Data;
using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>Counts people by their own unit. Each is counted once, whatever tools and days they appear on.</summary>
internal static class ActivePeople
{
    /// <summary>Everybody who works in the units on the day, contractors too.</summary>
    public static IQueryable<Person> In(PortalDbContext db, UnitScope units, DateOnly date) =>
        db.People.Within(db.Units, units).Where(p => p.LeftOn == null || p.LeftOn > date);

    /// <summary>Those of them who used a tool between two days, both of them included.</summary>
    public static IQueryable<Person> WhoUsed(this IQueryable<Person> people, IQueryable<UsageMonth> months, DateOnly from, DateOnly to)
    {
        var used = months.UsedBetween(from, to);
        return people.Where(p => used.Any(u => u.PersonId == p.Id));
    }

    public static Task<Dictionary<UnitId, int>> CountAsync(IQueryable<Person> people, CancellationToken cancellationToken) =>
        people.GroupBy(p => p.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
}
