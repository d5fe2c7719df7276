using GovernancePortal.Data;
using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Rules;

/// <summary>A rule that may not have been made yet, with its place.</summary>
/// <param name="CompletedSince">Earlier completions do not count; null when all count.</param>
/// <param name="Range">The unit it stands on and everything below.</param>
internal sealed record RuleOutline(CourseId CourseId, RuleTerms Terms, DateOnly? CompletedSince, UnitRange Range);

/// <summary>Counts in the database whom a rule covers and who meets it. It says the same as <see cref="LiteracyRule"/>, which works on loaded people; a test holds them together.</summary>
internal static class AudienceCount
{
    /// <summary>People who work here on the day and are meant, joiners within their time of grace among them.</summary>
    public static async Task<IQueryable<Person>> CoveredAsync(PortalDbContext db, RuleOutline rule, DateOnly day, CancellationToken cancellationToken)
    {
        var audience = rule.Terms.Audience;
        var people = db.People.Within(db.Units, UnitScope.Of([rule.Range])).Where(p => (p.StartDate == null || p.StartDate <= day) && (p.LeftOn == null || p.LeftOn > day));
        if (audience.IsContractor is { } contractor) people = people.Where(p => p.IsContractor == contractor);
        if (audience.Oversees) people = people.Where(p => p.OverseesAi);
        if (LevelsOf(audience.Levels) is { Length: > 0 } levels) people = people.Where(p => levels.Contains(p.Level));
        if (audience.WorkRole.Trim() is { Length: > 0 } role)
        {
            var spellings = await SpellingsAsync(db, role, cancellationToken);
            people = people.Where(p => spellings.Contains(p.WorkRole));
        }

        if (audience.Tool.Trim() is { Length: > 0 } tool)
        {
            // As a list that is made once; asked person by person, a database may walk all days of the tool for each of them.
            var users = UsersOf(db, tool, day);
            people = people.Where(p => users.Contains(p.Id));
        }

        return people;
    }

    /// <summary>Those of the people whom the rule asks on the day: without joiners within their time of grace.</summary>
    public static IQueryable<Person> Asked(IQueryable<Person> covered, RuleOutline rule, DateOnly day)
    {
        var joined = day.AddDays(-rule.Terms.GraceDays);
        return covered.Where(p => p.StartDate == null || p.StartDate <= joined);
    }

    /// <summary>Those of the people who are within their time of grace on the day.</summary>
    public static IQueryable<Person> Joining(IQueryable<Person> covered, RuleOutline rule, DateOnly day)
    {
        var joined = day.AddDays(-rule.Terms.GraceDays);
        return covered.Where(p => p.StartDate > joined);
    }

    /// <summary>Those of the people who meet the rule on the day.</summary>
    public static async Task<IQueryable<Person>> MeetingAsync(PortalDbContext db, IQueryable<Person> people, RuleOutline rule, DateOnly day, CancellationToken cancellationToken)
    {
        var counting = db.Completions.Where(c =>
            c.CourseId == rule.CourseId
            && c.VoidedAt == null
            && c.Status == CompletionStatus.Confirmed
            && c.Result != CompletionResult.Failed
            && c.CompletedOn <= day
            && (c.ValidUntil == null || c.ValidUntil >= day)
        );
        if (rule.CompletedSince is { } since) counting = counting.Where(c => c.CompletedOn >= since);
        if (rule.Terms.ValidityMonths is { } months)
        {
            var earliest = EarliestStillValid(day, months);
            counting = counting.Where(c => c.CompletedOn >= earliest);
        }

        if (rule.Terms.MinimumVersion.Trim() is { Length: > 0 } minimum)
        {
            // How labels compare is not for SQL to know; a course has few of them.
            var known = await counting.Select(c => c.CourseVersion).Distinct().ToListAsync(cancellationToken);
            var accepted = known.Where(v => VersionLabel.Compare(v, minimum) >= 0).ToArray();
            counting = counting.Where(c => accepted.Contains(c.CourseVersion));
        }

        return people.Where(p => counting.Any(c => c.PersonId == p.Id));
    }

    /// <summary>The first day of completion that still counts on <paramref name="day"/>. Databases disagree with the domain about the ends of months, so it is found here.</summary>
    internal static DateOnly EarliestStillValid(DateOnly day, int months)
    {
        var earliest = day.AddMonths(-months);
        while (earliest.AddMonths(months) < day) earliest = earliest.AddDays(1);
        while (earliest.AddDays(-1).AddMonths(months) >= day) earliest = earliest.AddDays(-1);
        return earliest;
    }

    private static Level[] LevelsOf(LevelSet levels) => levels == LevelSet.All ? [] : [.. Enum.GetValues<Level>().Where(l => (levels & Audience.SetOf(l)) != LevelSet.All)];

    private static IQueryable<PersonId> UsersOf(PortalDbContext db, string tool, DateOnly day)
    {
        var since = day.AddDays(1 - Audience.ToolDays);
        return db.UsageMonths.UsedBetween(since, day).Where(u => u.Tool == tool && u.PersonId != null).Select(u => u.PersonId!.Value);
    }

    // The databases differ in how they compare letters, so the spellings that mean the same role are told apart by the domain's own rule.
    private static async Task<string[]> SpellingsAsync(PortalDbContext db, string role, CancellationToken cancellationToken) =>
        [.. (await db.People.Select(p => p.WorkRole).Distinct().ToListAsync(cancellationToken)).Where(r => r.Equals(role, StringComparison.OrdinalIgnoreCase))];
}

/// <summary>How many people a rule means, and how many of them meet it.</summary>
/// <param name="People">Null when the figure is withheld.</param>
/// <param name="Meet">Null when the figure is withheld.</param>
/// <param name="Joining">How many of them are not asked yet because they joined a short time ago; null when withheld.</param>
/// <param name="Rounded">Whether the figures are rounded to fives.</param>
public sealed record AudienceFigures(int? People, int? Meet, int? Joining = null, bool Rounded = false)
{
    /// <summary>Who uses a tool is told of groups alone.</summary>
    public const int SmallestGroup = SmallGroups.Least;

    /// <summary>A rule that asks the users of a tool must not become a way to ask who uses it: small groups are withheld, and others rounded, so that two questions about nearly the same people tell nothing.</summary>
    public AudienceFigures WithoutUse(string tool)
    {
        if (tool.Trim().Length == 0) return this;
        return People < SmallestGroup ? new AudienceFigures(null, null, null, Rounded: true) : new AudienceFigures(Fives(People), Fives(Meet), Fives(Joining), Rounded: true);
    }

    private static int? Fives(int? figure) => figure is { } f ? (f + 2) / SmallestGroup * SmallestGroup : null;
}
