using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Features.Literacy.Duties;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.EvidencePack;

/// <summary>Puts the pack of a day together.</summary>
internal sealed class PackReader
{
    private readonly PackDay _day;
    private readonly CoursesThen _courses;

    private PackReader(PackDay day, CoursesThen courses, PackContent content) => (_day, _courses, Content) = (day, courses, content);

    public PackContent Content { get; }

    public IAsyncEnumerable<PackSession> SessionsAsync(CancellationToken cancellationToken) => PackRecordReader.SessionsAsync(_day, _courses, cancellationToken);

    public static async Task<PackReader> ReadAsync(PackDay day, DutyBook duties, CancellationToken cancellationToken)
    {
        var courses = await CoursesThen.ReadAsync(day, cancellationToken);
        var figures = await PackCoverageReader.OnTheDayAsync(day, cancellationToken);
        var requirements = await RequirementsAsync(day, courses, figures, cancellationToken);
        var all = PackCoverageReader.Sum(figures.Units.Values);
        var (place, units) = await PlaceAsync(day, figures.Units, cancellationToken);
        var content = new PackContent(
            day.On,
            place,
            [.. duties.On(day.On).Select(d => PackDuty.Of(d, day.On))],
            Tools(await PackRecordReader.UseAsync(day, cancellationToken), courses.Taught, requirements),
            requirements,
            courses.Taught,
            await PackRecordReader.RecordsAsync(day, cancellationToken),
            [.. await PackCoverageReader.MonthsBeforeAsync(day, cancellationToken), new PackCoverage(day.On, all.Asked, all.Met, figures.IsKept)],
            units);
        return new PackReader(day, courses, content);
    }

    private static async Task<IReadOnlyList<PackRequirement>> RequirementsAsync(PackDay day, CoursesThen courses, PackFigures figures, CancellationToken cancellationToken)
    {
        var scope = day.Scope;
        var rules = (await CoverageCalculator.RulesAsync(day.Db, cancellationToken))
            .Where(r => r.Requirement.IsAskedOn(day.On) && scope.Ranges.Any(s => s.Left <= r.Range.Right && r.Range.Left <= s.Right))
            .OrderBy(r => courses.Code(r.Requirement.CourseId), StringComparer.Ordinal)
            .ThenBy(r => r.Range.Left)
            .ThenBy(r => r.Requirement.Id.Value)
            .ToList();
        var ids = rules.Select(r => r.Requirement.UnitId).Distinct().ToArray();
        var names = await day.Db.Units.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        return [.. rules.Select(r => Row(r.Requirement, courses, names[r.Requirement.UnitId], figures.Rules.TryGetValue(r.Requirement.Id, out var count) ? count : null))];
    }

    private static PackRequirement Row(LiteracyRequirement r, CoursesThen courses, string unit, CoverageCount? count) =>
        new(
            r.Id, r.CourseId, courses.Name(r.CourseId), r.UnitId, unit, r.WorkRole, r.Levels, r.IsContractor, r.Tool, r.Oversees, r.MinimumVersion, r.ValidityMonths,
            r.JoinerGraceDays, r.AskedFrom, r.CompletedSince, r.Cause, r.Reason, count?.Asked, count?.Met);

    private static IReadOnlyList<PackTool> Tools(IReadOnlyDictionary<string, int> use, IReadOnlyList<PackCourse> courses, IReadOnlyList<PackRequirement> requirements)
    {
        bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
        var about = courses.ToDictionary(c => c, c => c.Tools.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var names = use.Keys.Concat(about.Values.SelectMany(t => t)).Concat(requirements.Select(r => r.Tool).Where(t => t.Length > 0)).Distinct(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. names
                .OrderBy(n => n, StringComparer.OrdinalIgnoreCase)
                .Select(name => new PackTool(
                    name,
                    use.GetValueOrDefault(name) is var people && people is > 0 and < PackTool.Fewest ? null : people,
                    [.. about.Where(a => a.Value.Any(t => Same(t, name))).Select(a => a.Key.Name)],
                    requirements.Count(r => Same(r.Tool, name)))),
        ];
    }

    private static async Task<(PackPlace Place, IReadOnlyList<PackUnit> Units)> PlaceAsync(
        PackDay day, IReadOnlyDictionary<UnitId, CoverageCount> counts, CancellationToken cancellationToken)
    {
        var sums = await CoverageRollUp.OfAsync(day.Db, day.Scope, counts, cancellationToken);
        var tops = sums.Units.Where(u => day.Scope.Ranges.Any(r => r.Left == u.Left)).ToList();
        var below = tops.Count == 1 ? sums.Units.Where(u => u.ParentId == tops[0].Id) : tops;
        return (
            new PackPlace(string.Join(", ", tops.Select(u => u.Name)), [.. tops.Select(u => u.Id)]),
            [.. below.Select(u => (Unit: u, Count: sums.Sum(u.Left, u.Right))).Select(u => new PackUnit(u.Unit.Id, u.Unit.Name, u.Count.Asked, u.Count.Met))]);
    }
}
