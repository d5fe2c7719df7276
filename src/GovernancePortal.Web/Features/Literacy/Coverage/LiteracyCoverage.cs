using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>How many people of a part of the organisation are asked for training, and how many of them have all of it.</summary>
internal sealed record CoverageCount(int Asked, int Met);

/// <summary>One course that one person lacks.</summary>
/// <param name="LastEnded">When the newest completion that would count ran out; null when there is none.</param>
internal sealed record MissingTraining(PersonId PersonId, string Name, bool IsContractor, CourseId CourseId, string Course, string MinimumVersion, DateOnly? LastEnded, bool OlderVersion);

/// <summary>
/// Answers both questions in the database. Requirements that ask the same of several units are one rule, so that the number of queries depends on the
/// rules and not on the people.
/// </summary>
internal static class LiteracyCoverage
{
    public static async Task<CoverageCount> CountAsync(PortalDbContext db, UnitScope scope, DateOnly date, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(db, scope, date, cancellationToken);
        if (rules.Count == 0) return new CoverageCount(0, 0);

        var asked = rules.Select(r => Asked(db, r, date).Select(p => p.Id)).Aggregate((a, b) => a.Union(b));
        var lacking = rules.Select(r => Lacking(db, r, date).Select(p => p.Id)).Aggregate((a, b) => a.Union(b));
        var all = await asked.CountAsync(cancellationToken);
        return new CoverageCount(all, all - await lacking.CountAsync(cancellationToken));
    }

    /// <summary>Who lacks what, by name; for the people's own lead.</summary>
    public static async Task<IReadOnlyList<MissingTraining>> ListMissingAsync(
        PortalDbContext db, UnitScope scope, DateOnly date, int take, CancellationToken cancellationToken)
    {
        var missing = new List<MissingTraining>();
        foreach (var rule in await RulesAsync(db, scope, date, cancellationToken))
        {
            var (courseId, course, minimum) = (rule.CourseId, rule.Course, rule.MinimumVersion);
            var rows = await Lacking(db, rule, date)
                .OrderBy(p => p.SearchName)
                .ThenBy(p => p.Id)
                .Take(take)
                .Select(p => new
                {
                    p.Id,
                    p.Name,
                    p.IsContractor,
                    Last = db.Completions.Where(c => c.PersonId == p.Id && c.CourseId == courseId && c.VoidedAt == null && c.Result != CompletionResult.Failed)
                        .OrderByDescending(c => c.CompletedOn)
                        .Select(c => new { c.ValidUntil, c.CompletedOn, c.CourseVersion })
                        .FirstOrDefault(),
                })
                .ToListAsync(cancellationToken);
            missing.AddRange(rows.Select(r => new MissingTraining(
                r.Id, r.Name, r.IsContractor, courseId, course, minimum,
                r.Last is { } last && rule.Accepts(last.CourseVersion) ? rule.EndOf(last.CompletedOn, last.ValidUntil) : null,
                r.Last is { } older && !rule.Accepts(older.CourseVersion))));
        }

        return [.. missing.OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.PersonId.Value).ThenBy(m => m.Course, StringComparer.Ordinal).Take(take)];
    }

    private static IQueryable<Person> Asked(PortalDbContext db, LiteracyRule rule, DateOnly date)
    {
        var joinedAfter = date.AddDays(-rule.JoinerGraceDays);
        return db.People.Within(db.Units, rule.Scope)
            .Where(p => p.LeftOn == null || p.LeftOn > date)
            .Where(p => p.StartDate == null || p.StartDate <= joinedAfter);
    }

    private static IQueryable<Person> Lacking(PortalDbContext db, LiteracyRule rule, DateOnly date)
    {
        var (courseId, earliest, anyVersion, versions) = (rule.CourseId, rule.EarliestFor(date), rule.MinimumVersion.Length == 0, rule.Versions);
        return Asked(db, rule, date)
            .Where(p => !db.Completions.Any(c =>
                c.PersonId == p.Id
                && c.CourseId == courseId
                && c.VoidedAt == null
                && c.Result != CompletionResult.Failed
                && c.CompletedOn <= date
                && c.CompletedOn >= earliest
                && (c.ValidUntil == null || c.ValidUntil >= date)
                && (anyVersion || versions.Contains(c.CourseVersion))));
    }

    private static async Task<List<LiteracyRule>> RulesAsync(PortalDbContext db, UnitScope scope, DateOnly date, CancellationToken cancellationToken)
    {
        var rows = await (
            from requirement in db.LiteracyRequirements
            join unit in db.Units on requirement.UnitId equals unit.Id
            join course in db.Courses on requirement.CourseId equals course.Id
            where requirement.RetiredOn == null || requirement.RetiredOn > date
            orderby course.Name, requirement.Id
            select new { Requirement = requirement, unit.Left, unit.Right, course.Name }
        ).AsNoTracking().ToListAsync(cancellationToken);

        var rules = new List<LiteracyRule>();
        foreach (var same in rows.GroupBy(r => (r.Requirement.CourseId, r.Name, r.Requirement.MinimumVersion, r.Requirement.ValidityMonths, r.Requirement.JoinerGraceDays)))
        {
            var part = UnitScope.Of(same.SelectMany(r => Overlap(scope, r.Left, r.Right)));
            if (part.IsEmpty) continue;

            var versions = same.Key.MinimumVersion.Length == 0 ? [] : await VersionsAsync(db, same.Key.CourseId, same.Key.MinimumVersion, cancellationToken);
            rules.Add(new LiteracyRule(same.Key.CourseId, same.Key.Name, same.Key.MinimumVersion, same.Key.ValidityMonths, same.Key.JoinerGraceDays, part, versions));
        }

        return rules;
    }

    /// <summary>Labels such as 2 and 10 do not sort as text, so the few labels of a course are compared here and not in the database.</summary>
    private static async Task<string[]> VersionsAsync(PortalDbContext db, CourseId courseId, string minimum, CancellationToken cancellationToken)
    {
        var labels = await db.Completions.Where(c => c.CourseId == courseId).Select(c => c.CourseVersion).Distinct().ToListAsync(cancellationToken);
        return [.. labels.Where(l => VersionLabel.Compare(l, minimum) >= 0)];
    }

    // Intervals of a tree either nest or are apart, so the overlap is the inner one.
    private static IEnumerable<UnitRange> Overlap(UnitScope scope, int left, int right) =>
        scope.Ranges.Select(r => new UnitRange(Math.Max(r.Left, left), Math.Min(r.Right, right))).Where(r => r.Left <= r.Right);
}

/// <summary>What is asked of everybody in a part of the organisation.</summary>
/// <param name="Versions">Labels that satisfy <paramref name="MinimumVersion"/>.</param>
internal sealed record LiteracyRule(
    CourseId CourseId, string Course, string MinimumVersion, int? ValidityMonths, int JoinerGraceDays, UnitScope Scope, string[] Versions)
{
    public bool Accepts(string version) => MinimumVersion.Length == 0 || Versions.Contains(version, StringComparer.Ordinal);

    /// <summary>The first day on which a completion may lie to count on the day, by the rule's own validity.</summary>
    public DateOnly EarliestFor(DateOnly date)
    {
        if (ValidityMonths is not { } months) return DateOnly.MinValue;

        var day = date.AddMonths(-months);
        // The last days of a long month end together: the last of August and six months is the last of February.
        while (day.AddMonths(months) < date) day = day.AddDays(1);
        return day;
    }

    /// <summary>The last day on which a completion counts here.</summary>
    public DateOnly? EndOf(DateOnly completedOn, DateOnly? validUntil)
    {
        if (ValidityMonths is not { } months) return validUntil;
        var own = completedOn.AddMonths(months);
        return validUntil is { } end && end < own ? end : own;
    }
}
