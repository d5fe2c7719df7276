using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>How many people of a part of the organisation are asked for training, and how many of them have all of it.</summary>
public readonly record struct CoverageCount(int Asked, int Met)
{
    public int Lacking => Asked - Met;

    /// <summary>Null when nobody is asked: no share of nothing.</summary>
    public double? Share => Asked == 0 ? null : (double)Met / Asked;

    public CoverageCount Plus(bool asked, bool met) => new(Asked + (asked ? 1 : 0), Met + (met ? 1 : 0));
}

/// <summary>One course that one person lacks.</summary>
/// <param name="Gap">Why.</param>
internal sealed record MissingTraining(PersonId PersonId, string Name, bool IsContractor, CourseId CourseId, string Course, string MinimumVersion, Gap Gap);

/// <summary>Counts coverage and says who lacks what.</summary>
internal static class LiteracyCoverage
{
    private const int MostByIds = 2_000;

    /// <summary>Coverage on a day, for all these units together.</summary>
    public static async Task<CoverageCount> CountAsync(PortalDbContext db, UnitScope scope, DateOnly date, DateOnly today, CancellationToken cancellationToken)
    {
        var units = (await ByUnitAsync(db, scope, date, today, cancellationToken)).Values;
        return new CoverageCount(units.Sum(u => u.Asked), units.Sum(u => u.Met));
    }

    /// <summary>Coverage of each unit's own people. Today's is counted from what is kept; that of a past day is worked out from what is known now about it.</summary>
    public static async Task<Dictionary<UnitId, CoverageCount>> ByUnitAsync(PortalDbContext db, UnitScope scope, DateOnly date, DateOnly today, CancellationToken cancellationToken)
    {
        if (date >= today) return await ByUnitAsync(db, scope, date, cancellationToken);

        var counts = new Dictionary<UnitId, CoverageCount>();
        AddTo(counts, await CoverageCalculator.RunAsync(db, CoveragePeople.Of(scope), date, knownAt: null, cancellationToken), date);
        return counts;
    }

    /// <summary>Coverage of each unit's own people today, or on a day to come if nothing else happens.</summary>
    public static async Task<Dictionary<UnitId, CoverageCount>> ByUnitAsync(PortalDbContext db, UnitScope scope, DateOnly day, CancellationToken cancellationToken)
    {
        var kept = Within(db, scope);
        var counts = await kept
            .Where(c => c.IsAsked && (c.ChangesOn == null || c.ChangesOn > day))
            .GroupBy(c => c.UnitId)
            .Select(g => new { UnitId = g.Key, Asked = g.Count(), Met = g.Count(c => c.CoveredUntil >= day) })
            .ToDictionaryAsync(g => g.UnitId, g => new CoverageCount(g.Asked, g.Met), cancellationToken);

        // For some people a day has come, such as the end of a time of grace, and the job has not been by yet. In the order of the index that finds them.
        var due = await kept.Where(c => c.ChangesOn <= day).OrderBy(c => c.ChangesOn).ThenBy(c => c.PersonId).Select(c => c.PersonId).Take(CoverageProjection.MostSingly).ToListAsync(cancellationToken);
        if (due.Count > 0) AddTo(counts, await CoverageCalculator.RunAsync(db, CoveragePeople.Only(due), day, knownAt: null, cancellationToken), day);
        return counts;
    }

    /// <summary>Adds what was worked out to the counts of the people's own units.</summary>
    public static void AddTo(Dictionary<UnitId, CoverageCount> counts, CoverageCalculator calculated, DateOnly day)
    {
        for (var i = 0; i < calculated.People.Count; i++)
        {
            var (unit, standing) = (calculated.People[i].UnitId, calculated.StandingOf(i));
            if (standing.IsAsked) counts[unit] = counts.GetValueOrDefault(unit).Plus(asked: true, standing.IsMetOn(day));
        }
    }

    public static CoverageCount Count(CoverageCalculator calculated, DateOnly date)
    {
        var count = default(CoverageCount);
        for (var person = 0; person < calculated.People.Count; person++)
        {
            var standing = calculated.StandingOf(person);
            count = count.Plus(standing.IsAsked, standing.IsMetOn(date));
        }

        return count;
    }

    /// <summary>How many people lack something that is asked of them; counted without looking at the people.</summary>
    public static Task<int> CountLackingAsync(PortalDbContext db, UnitScope scope, DateOnly today, CancellationToken cancellationToken) =>
        LackingIn(db, scope, today).CountAsync(cancellationToken);

    /// <summary>
    /// Those people, to be put in the order of lists. A few are looked up by their ids; many stand so close in the order of names that walking it finds
    /// them soon. A database left to choose would go through everybody for a team.
    /// </summary>
    public static async Task<IQueryable<Person>> LackingAsync(PortalDbContext db, UnitScope scope, DateOnly today, int count, CancellationToken cancellationToken)
    {
        if (count > MostByIds) return LackingIn(db, scope, today).Join(db.People, c => c.PersonId, p => p.Id, (c, p) => p);

        var ids = await LackingIn(db, scope, today).Select(c => c.PersonId).ToListAsync(cancellationToken);
        return db.People.Where(p => ids.Contains(p.Id));
    }

    /// <summary>What these people lack, each with the cause; for the people's own lead.</summary>
    public static async Task<IReadOnlyList<MissingTraining>> GapsAsync(
        PortalDbContext db, IReadOnlyCollection<Person> people, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = people.Select(p => p.Id).ToArray();
        var calculated = await CoverageCalculator.RunAsync(db, CoveragePeople.Only(ids), today, knownAt: null, cancellationToken);
        var completions = (await db.Completions.AsNoTracking().StandingOf(ids).ToListAsync(cancellationToken)).ToLookup(c => c.PersonId);
        var byId = people.ToDictionary(p => p.Id);

        var gaps = new List<MissingTraining>();
        for (var i = 0; i < calculated.People.Count; i++)
        {
            var trainee = calculated.People[i];
            var person = byId[trainee.Id];
            foreach (var (rule, _) in calculated.RulesOf(i).Where(r => r.Rule.AskedFrom(trainee) <= today && r.MetUntil < today))
            {
                gaps.Add(new MissingTraining(person.Id, person.Name, person.IsContractor, rule.Requirement.CourseId, rule.CourseName, rule.Requirement.MinimumVersion, Gap.Of(rule, completions[person.Id], today)));
            }
        }

        return [.. gaps.OrderBy(g => byId[g.PersonId].SearchName, StringComparer.Ordinal).ThenBy(g => g.PersonId.Value).ThenBy(g => g.Course, StringComparer.Ordinal)];
    }

    private static IQueryable<PersonCoverage> LackingIn(PortalDbContext db, UnitScope scope, DateOnly today) =>
        Within(db, scope).Where(c => c.IsAsked && c.CoveredUntil < today);

    public static IQueryable<PersonCoverage> Within(PortalDbContext db, UnitScope scope)
    {
        if (scope.IsWholeOrganisation) return db.PersonCoverages;

        var covered = db.Units.Within(scope).Select(u => u.Id);
        return db.PersonCoverages.Where(c => covered.Contains(c.UnitId));
    }
}
