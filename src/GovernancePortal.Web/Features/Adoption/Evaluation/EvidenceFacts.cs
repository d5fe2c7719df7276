using GovernancePortal.Data;
using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>
/// What many guardrails of one day are measured from, read once, when it is first asked for: for one target from its own units, for a run of all targets from
/// the whole organisation. Figures are kept by unit, so that those of any unit with everything below it are a subtraction.
/// </summary>
/// <param name="units">Whose rows are read; every range that is asked for lies within.</param>
/// <param name="date">The day up to which rows count.</param>
/// <param name="today">The day it is; see <see cref="LiteracyCoverage"/>.</param>
/// <param name="unit">The only unit whose own figures are asked for; null for all.</param>
internal sealed class EvidenceFacts(UnitScope units, DateOnly date, DateOnly today, UnitId? unit = null)
{
    private Dictionary<UnitId, UnitRange>? _places;
    private UseCounts? _use;
    private long _basis;
    private AcceptedWork? _work;
    private (SubtreeSums Asked, SubtreeSums Met)? _literacy;
    private IReadOnlyList<PlacedAccess>? _register;
    private IncidentFigures? _incidents;
    private ReadingFigures? _readings;
    private SignOffFigures? _signOffs;
    private Dictionary<(UnitId Unit, GuardrailType Type), ImportedFigure>? _series;
    private Dictionary<(UnitId Unit, string Metric), OutcomePoint>? _outcomes;

    public static EvidenceFacts OfWhole(DateOnly date, DateOnly today) => new(UnitScope.Of([new UnitRange(UnitTree.RootLeft, int.MaxValue)]), date, today);

    public async Task<UnitRange> RangeOfAsync(PortalDbContext db, UnitId of, CancellationToken cancellationToken) => (await PlacesAsync(db, cancellationToken))[of];

    /// <summary>Who used a tool in the last week with data; null when there are no data that say anything about now.</summary>
    public async Task<UseCount?> UseAsync(PortalDbContext db, UnitRange range, CancellationToken cancellationToken)
    {
        _use ??= await ReadUseAsync(db, cancellationToken);
        return _use.Until is { } until ? new UseCount(_use.Active.Within(range), _use.People.Within(range), until) : null;
    }

    /// <summary>Keeps the use that a run over all targets counted, for whoever asks about one of them on the same day.</summary>
    public async Task KeepUseAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (unit is null && date == today && _use is { Until: { } until }) await KeptUse.WriteAsync(db, date, until, _basis, _use.ByUnit, cancellationToken);
    }

    /// <summary>What AI offered in that week and how much of it was kept; null without such counts, or where they are of fewer than five people.</summary>
    public async Task<(long Offered, long Accepted)?> WorkAsync(PortalDbContext db, UnitRange range, DateOnly until, CancellationToken cancellationToken)
    {
        _work ??= await AcceptedWork.ReadAsync(db, PeopleOf(db), until, await PlacesAsync(db, cancellationToken), cancellationToken);
        return _work.Within(range);
    }

    /// <summary>How many people are asked for training, and how many have it.</summary>
    public async Task<CoverageCount> LiteracyAsync(PortalDbContext db, UnitRange range, CancellationToken cancellationToken)
    {
        _literacy ??= await ReadLiteracyAsync(db, cancellationToken);
        return new CoverageCount(_literacy.Value.Asked.Within(range), _literacy.Value.Met.Within(range));
    }

    /// <summary>The tools and agents approved above the units, in them or below them: in each case they work on what a target speaks of.</summary>
    public async Task<IReadOnlyList<RegisteredAccess>> RegisterAsync(PortalDbContext db, UnitRange range, CancellationToken cancellationToken)
    {
        _register ??= await ReadRegisterAsync(db, cancellationToken);
        return [.. _register.Where(e => e.Units.Any(u => u.Left <= range.Right && u.Right >= range.Left)).Select(e => e.Access)];
    }

    /// <summary>The newest figure of a unit itself on or before the day, imported or entered.</summary>
    public async Task<ImportedFigure?> FigureAsync(PortalDbContext db, UnitId of, GuardrailType type, CancellationToken cancellationToken) =>
        (_series ??= await ReadSeriesAsync(db, cancellationToken)).GetValueOrDefault((of, type));

    /// <summary>The newest reading of an outcome metric of a unit itself on or before the day.</summary>
    public async Task<OutcomePoint?> OutcomeAsync(PortalDbContext db, UnitId of, string metric, CancellationToken cancellationToken) =>
        (_outcomes ??= await ReadOutcomesAsync(db, cancellationToken)).GetValueOrDefault((of, metric));

    /// <summary>What uses up budgets of incident minutes up to a time; one time is asked for in a run.</summary>
    public async Task<IncidentFigures> IncidentsAsync(PortalDbContext db, DateTimeOffset until, CancellationToken cancellationToken) =>
        _incidents ??= await IncidentFigures.ReadAsync(db, units.Ranges, until, cancellationToken);

    /// <summary>What agents read of pages; null when nobody told of any reading.</summary>
    public async Task<ReadingCount?> ReadingsAsync(PortalDbContext db, UnitRange range, CancellationToken cancellationToken) =>
        (_readings ??= await ReadingFigures.ReadAsync(db, units, date, cancellationToken)).Within(range);

    /// <summary>Sign-off of changes; of the whole organisation, because reviewers work for more than one unit.</summary>
    public async Task<SignOffFigures> SignOffsAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        _signOffs ??= await SignOffFigures.ReadAsync(db, date, cancellationToken);

    private async Task<Dictionary<UnitId, UnitRange>> PlacesAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        _places ??= await db.Units.Within(units).Select(u => new { u.Id, u.Left, u.Right }).ToDictionaryAsync(u => u.Id, u => new UnitRange(u.Left, u.Right), cancellationToken);

    private IQueryable<Person> PeopleOf(PortalDbContext db) => ActivePeople.In(db, units, date);

    private async Task<UseCounts> ReadUseAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (unit is not null && await KeptUse.FindAsync(db, units, date, cancellationToken) is { } kept)
            return await SumAsync(db, kept[0].Until, kept.ToDictionary(u => u.UnitId, u => u.Active), kept.ToDictionary(u => u.UnitId, u => u.People), cancellationToken);

        _basis = await KeptUse.BasisAsync(db, cancellationToken);
        var newest = await db.UsageMonths.NewestDayAsync(date, cancellationToken);
        if (newest is not { } end || date.DayNumber - end.DayNumber > TargetMetrics.MaxAgeDays) return UseCounts.None;

        var people = PeopleOf(db);
        var headcounts = await ActivePeople.CountAsync(people, cancellationToken);
        var active = await ActivePeople.CountAsync(people.WhoUsed(db.UsageMonths, end.AddDays(1 - TargetMetrics.WeekDays), end), cancellationToken);
        return await SumAsync(db, end, active, headcounts, cancellationToken);
    }

    private async Task<UseCounts> SumAsync(PortalDbContext db, DateOnly until, Dictionary<UnitId, int> active, Dictionary<UnitId, int> people, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(db, cancellationToken);
        return new UseCounts(until, Sums(active), Sums(people), people.ToDictionary(p => p.Key, p => (active.GetValueOrDefault(p.Key), p.Value)));

        SubtreeSums Sums(Dictionary<UnitId, int> counts) => new(counts.Select(c => (places[c.Key].Left, c.Value)));
    }

    private async Task<(SubtreeSums Asked, SubtreeSums Met)> ReadLiteracyAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var counts = await LiteracyCoverage.ByUnitAsync(db, units, date, today, cancellationToken);
        var places = await PlacesAsync(db, cancellationToken);
        return (new SubtreeSums(counts.Select(c => (places[c.Key].Left, c.Value.Asked))), new SubtreeSums(counts.Select(c => (places[c.Key].Left, c.Value.Met))));
    }

    private async Task<Dictionary<(UnitId Unit, GuardrailType Type), ImportedFigure>> ReadSeriesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var day = date;
        var readings = unit is { } only ? db.GuardrailReadings.Where(r => r.UnitId == only) : db.GuardrailReadings;
        var rows = await readings
            .Where(r => r.Date == db.GuardrailReadings.Where(o => o.UnitId == r.UnitId && o.Type == r.Type && o.Date <= day).Max(o => o.Date))
            .Select(r => new { r.UnitId, r.Type, Figure = new ImportedFigure(r.Date, r.Value, r.Sample, r.Source) })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(r => (r.UnitId, r.Type), r => r.Figure);
    }

    private async Task<Dictionary<(UnitId Unit, string Metric), OutcomePoint>> ReadOutcomesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var day = date;
        var readings = unit is { } only ? db.OutcomeReadings.Where(r => r.UnitId == only) : db.OutcomeReadings;
        var rows = await readings
            .Where(r => r.Date == db.OutcomeReadings.Where(o => o.UnitId == r.UnitId && o.Metric == r.Metric && o.Date <= day).Max(o => o.Date))
            .Select(r => new { r.UnitId, r.Metric, Point = new OutcomePoint(r.Date, r.Value) })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(r => (r.UnitId, r.Metric), r => r.Point);
    }

    private async Task<IReadOnlyList<PlacedAccess>> ReadRegisterAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var (day, scope) = (date, units.Ranges[0]);
        var rows = await db
            .AiTools.AsNoTracking().IgnoreAutoIncludes()
            .Where(t => t.ApprovedFrom <= day && (t.RetiredOn == null || t.RetiredOn > day))
            .Select(t => new
            {
                Tool = t,
                HolderIsHere = db.People.Any(p => p.Id == t.GateHolder && (p.LeftOn == null || p.LeftOn > day)),
                OwnerIsHere = db.People.Any(p => p.Id == t.Owner && (p.LeftOn == null || p.LeftOn > day)),
                DeputyIsHere = db.People.Any(p => p.Id == t.Deputy && (p.LeftOn == null || p.LeftOn > day)),
                Units = t.Units.Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { u.Left, u.Right }).Where(u => u.Left <= scope.Right && u.Right >= scope.Left).ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(r => r.Units.Count > 0).Select(r => new PlacedAccess(
                new RegisteredAccess(r.Tool.ProductionAccess && r.Tool.Autonomy != Autonomy.Suggests, r.Tool.IsUngated(r.HolderIsHere), r.Tool.ReviewDue, r.Tool.IsAnsweredForOn(day, r.OwnerIsHere, r.DeputyIsHere)),
                [.. r.Units.Select(u => new UnitRange(u.Left, u.Right))])),
        ];
    }

    private sealed record UseCounts(DateOnly? Until, SubtreeSums Active, SubtreeSums People, IReadOnlyDictionary<UnitId, (int Active, int People)> ByUnit)
    {
        public static UseCounts None { get; } = new(null, SubtreeSums.None, SubtreeSums.None, new Dictionary<UnitId, (int, int)>());
    }

    private sealed record PlacedAccess(RegisteredAccess Access, IReadOnlyList<UnitRange> Units);
}

/// <summary>People who used a tool in a week, of all people.</summary>
/// <param name="Until">The last day of the week, the newest with data.</param>
internal readonly record struct UseCount(int Active, int People, DateOnly Until);
