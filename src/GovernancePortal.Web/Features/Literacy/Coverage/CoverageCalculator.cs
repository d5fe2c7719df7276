using GovernancePortal.Data;
using GovernancePortal.Data.Bulk;
using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Imports;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>
/// Works out how people stand towards what is asked of them. Completions are read once and in no order; per rule and person only the last day on which
/// the rule is met is kept, so that a whole organisation fits in memory.
/// </summary>
internal sealed class CoverageCalculator
{
    private readonly IReadOnlyList<LiteracyRule> _rules;
    private readonly List<Trainee> _people;
    private readonly DateOnly[][] _metUntil;
    private readonly HashSet<PersonId>?[] _toolUsers;
    private readonly DateOnly _day;

    private CoverageCalculator(IReadOnlyList<LiteracyRule> rules, List<Trainee> people, HashSet<PersonId>?[] toolUsers, DateOnly day)
    {
        (_rules, _people, _toolUsers, _day) = (rules, people, toolUsers, day);
        _metUntil = [.. rules.Select(_ => new DateOnly[people.Count])];
    }

    public IReadOnlyList<LiteracyRule> Rules => _rules;

    public IReadOnlyList<Trainee> People => _people;

    /// <param name="db">The database.</param>
    /// <param name="who">Whose standing.</param>
    /// <param name="day">On which day.</param>
    /// <param name="knownAt">Only what had been recorded by then, and not yet struck out; null for what is known now.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<CoverageCalculator> RunAsync(
        PortalDbContext db, CoveragePeople who, DateOnly day, DateTimeOffset? knownAt, CancellationToken cancellationToken)
    {
        var rules = (await RulesAsync(db, cancellationToken)).Where(r => !(r.Requirement.RetiredOn <= day) && who.MayInclude(r.Range)).ToList();
        var people = rules.Count == 0 ? [] : await PeopleAsync(db, who, cancellationToken);
        var calculator = new CoverageCalculator(rules, people, await ToolUsersAsync(db, rules, day, cancellationToken), day);
        if (people.Count > 0) await calculator.ReadAsync(db, calculator.Counting(db, who, knownAt), cancellationToken);
        return calculator;
    }

    /// <summary>Adds what an import wrote after the rest was read. A completion only ever lengthens the time for which a rule is met.</summary>
    public Task AddAsync(PortalDbContext db, ImportId import, CancellationToken cancellationToken) =>
        ReadAsync(db, Counting(db, CoveragePeople.Everybody, knownAt: null).Where(c => c.ImportId == import), cancellationToken);

    /// <summary>Every requirement that was ever made, with its place and course.</summary>
    public static async Task<IReadOnlyList<LiteracyRule>> RulesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var rows = await (
            from requirement in db.LiteracyRequirements
            join unit in db.Units on requirement.UnitId equals unit.Id
            join course in db.Courses on requirement.CourseId equals course.Id
            orderby course.Name, requirement.Id
            select new { Requirement = requirement, unit.Left, unit.Right, course.Name }
        ).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(r => new LiteracyRule(r.Requirement, new UnitRange(r.Left, r.Right), r.Name))];
    }

    public Standing StandingOf(int person) => Standing.Of(_people[person], RulesOf(person), _day);

    /// <summary>The rules that speak of a person, with the last day on which each is met; <see cref="DateOnly.MinValue"/> for never.</summary>
    public IEnumerable<(LiteracyRule Rule, DateOnly MetUntil)> RulesOf(int person)
    {
        var trainee = _people[person];
        for (var i = 0; i < _rules.Count; i++)
        {
            if (_rules[i].AppliesTo(trainee, _toolUsers[i]?.Contains(trainee.Id) ?? false)) yield return (_rules[i], _metUntil[i][person]);
        }
    }

    private static Task<List<Trainee>> PeopleAsync(PortalDbContext db, CoveragePeople who, CancellationToken cancellationToken) =>
        who.In(db)
            .Join(
                db.Units,
                p => p.UnitId,
                u => u.Id,
                (p, u) => new Trainee(p.Id, p.UnitId, u.Left, p.WorkRole, p.Level, p.IsContractor, p.OverseesAi, p.StartDate, p.LeftOn)
            )
            .ToListAsync(cancellationToken);

    private static async Task<HashSet<PersonId>?[]> ToolUsersAsync(
        PortalDbContext db, IReadOnlyList<LiteracyRule> rules, DateOnly day, CancellationToken cancellationToken)
    {
        var since = day.AddDays(1 - Audience.ToolDays);
        var byTool = new Dictionary<string, HashSet<PersonId>>(StringComparer.Ordinal);
        foreach (var tool in rules.Select(r => r.Requirement.Tool).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var users = db.UsageMonths.UsedBetween(since, day).Where(u => u.Tool == tool && u.PersonId != null).Select(u => u.PersonId!.Value).Distinct();
            byTool[tool] = await users.ToHashSetAsync(cancellationToken);
        }

        return [.. rules.Select(r => byTool.GetValueOrDefault(r.Requirement.Tool))];
    }

    private async Task ReadAsync(PortalDbContext db, IQueryable<Completion> completions, CancellationToken cancellationToken)
    {
        var index = new Dictionary<PersonId, int>(_people.Count);
        for (var i = 0; i < _people.Count; i++) index[_people[i].Id] = i;
        var byCourse = _rules.Index().GroupBy(r => r.Item.Requirement.CourseId).ToDictionary(g => g.Key, g => g.ToArray());

        var query = completions.Select(c => new { c.PersonId, c.CourseId, c.CourseVersion, c.CompletedOn, c.ValidUntil });
        await using var rows = await BulkRows.OpenAsync(db, query, cancellationToken);
        var (course, rules) = (default(CourseId), ((int, LiteracyRule)[]?)null);
        while (await rows.ReadAsync(cancellationToken))
        {
            // Most rows are of the course before them.
            var next = new CourseId(rows.Id(1));
            if (next != course) (course, rules) = (next, byCourse.GetValueOrDefault(next));
            if (rules is null || !index.TryGetValue(new PersonId(rows.Id(0)), out var person)) continue;
            var (version, on, until) = (rows.Text(2), rows.Date(3)!.Value, rows.Date(4));
            foreach (var (i, rule) in rules)
            {
                if (rule.MetUntil(version, on, until) is { } met && met > _metUntil[i][person]) _metUntil[i][person] = met;
            }
        }
    }

    private IQueryable<Completion> Counting(PortalDbContext db, CoveragePeople who, DateTimeOffset? knownAt)
    {
        var counting = db.Completions.Where(c => c.Status == CompletionStatus.Confirmed && c.Result != CompletionResult.Failed && c.CompletedOn <= _day);
        counting = knownAt is { } known
            ? counting.Where(c => c.RecordedAt <= known && (c.DecidedAt == null || c.DecidedAt <= known) && (c.VoidedAt == null || c.VoidedAt > known))
            : counting.Where(c => c.VoidedAt == null);
        if (who.IsEverybody) return counting;

        var ids = who.In(db).Select(p => p.Id);
        return counting.Where(c => ids.Contains(c.PersonId));
    }
}
