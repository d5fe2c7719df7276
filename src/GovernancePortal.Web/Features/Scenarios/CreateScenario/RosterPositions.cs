using GovernancePortal.Data;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Scenarios.CreateScenario;

/// <summary>Which positions are displaced: a share of each level, or certain people's. Who was picked is not kept.</summary>
public sealed record DisplacedChoice(IReadOnlyDictionary<Level, double> Shares, IReadOnlyList<PersonId> People)
{
    public const int MostPeople = 2000;

    public static DisplacedChoice None { get; } = new(new Dictionary<Level, double>(), []);
}

/// <summary>The employees of a unit and everything below it, summed up into cells; the database does the summing, however many they are.</summary>
/// <param name="Cells">Exact: they give what listing everybody gives.</param>
/// <param name="Notes">What was assumed, in sentences.</param>
/// <param name="LeftOut">People picked who do not work there.</param>
/// <param name="HasPay">Whether the roster holds what anybody of them costs.</param>
internal sealed record RosterPositions(IReadOnlyList<StaffCell> Cells, IReadOnlyList<string> Notes, int LeftOut, bool HasPay)
{
    private const double MonthsOfYear = 12;

    public static async Task<RosterPositions> ReadAsync(PortalDbContext db, Unit unit, DisplacedChoice displaced, DateOnly today, CancellationToken cancellationToken)
    {
        var (left, right) = (unit.Left, unit.Right);
        var units = db.Units.Where(u => u.Left >= left && u.Left <= right).Select(u => u.Id);
        var here = db.People.AsNoTracking().Where(p => (p.LeftOn == null || p.LeftOn > today) && units.Contains(p.UnitId));
        var employees = here.Where(p => !p.IsContractor);
        var groups = await employees
            .GroupBy(p => new { p.Level, p.StartDate })
            .Select(g => new Group(g.Key.Level, g.Key.StartDate, g.Count(), g.Count(p => p.AnnualLoadedCost != null), g.Sum(p => p.AnnualLoadedCost) ?? 0))
            .ToListAsync(cancellationToken);
        var contractors = await here.CountAsync(p => p.IsContractor, cancellationToken);
        var ids = displaced.People.Distinct().ToArray();
        var picked = ids.Length == 0 ? [] : await employees.Where(p => ids.Contains(p.Id)).Select(p => new Group(p.Level, p.StartDate, 1, p.AnnualLoadedCost == null ? 0 : 1, p.AnnualLoadedCost ?? 0)).ToListAsync(cancellationToken);

        var known = new Known(groups, today);
        var builder = new StaffCellBuilder();
        foreach (var group in Without(groups, picked)) known.Add(builder, group, displaced.Shares.GetValueOrDefault(known.LevelOf(group)));
        foreach (var person in picked) known.Add(builder, person, share: 1);
        return new(builder.Cells(), [.. known.Notes(contractors)], ids.Length - picked.Count, known.HasPay);
    }

    private static IEnumerable<Group> Without(IEnumerable<Group> groups, IEnumerable<Group> picked)
    {
        var gone = picked.ToLookup(p => (p.Level, p.StartDate));
        return groups
            .Select(g => gone[(g.Level, g.StartDate)].Aggregate(g, (rest, p) => rest with { Count = rest.Count - 1, Paid = rest.Paid - p.Paid, Cost = rest.Cost - p.Cost }))
            .Where(g => g.Count > 0);
    }

    /// <summary>People of one level who began on one day.</summary>
    private sealed record Group(Level Level, DateOnly? StartDate, int Count, int Paid, decimal Cost);

    /// <summary>What stands in for what the roster does not say.</summary>
    private sealed class Known(IReadOnlyList<Group> groups, DateOnly today)
    {
        private readonly Dictionary<Level, decimal> _ofLevel = groups.Where(g => g.Paid > 0).GroupBy(g => g.Level).ToDictionary(g => g.Key, g => g.Sum(x => x.Cost) / g.Sum(x => x.Paid));
        private readonly decimal _ofAll = groups.Sum(g => g.Paid) is > 0 and var paid ? groups.Sum(g => g.Cost) / paid : 0;
        private readonly double _months = groups.Where(g => g.StartDate is not null).ToList() is { Count: > 0 } dated ? Math.Round(dated.Sum(g => (double)g.Count * Months(g.StartDate!.Value, today)) / dated.Sum(g => g.Count)) : 0;

        public bool HasPay => groups.Any(g => g.Paid > 0);

        public Level LevelOf(Group group) => group.Level == Level.Unknown ? Level.Mid : group.Level;

        public void Add(StaffCellBuilder builder, Group group, double share)
        {
            var service = (group.StartDate is { } start ? Months(start, today) : _months) / MonthsOfYear;
            if (group.Paid > 0) Split((double)(group.Cost / group.Paid), group.Paid);
            if (group.Count > group.Paid) Split((double)_ofLevel.GetValueOrDefault(group.Level, _ofAll), group.Count - group.Paid);

            void Split(double cost, int count)
            {
                builder.Add(new StaffCell(LevelOf(group), cost, service, IsDisplaced: true) { Count = count * share });
                builder.Add(new StaffCell(LevelOf(group), cost, service, IsDisplaced: false) { Count = count * (1 - share) });
            }
        }

        public IEnumerable<string> Notes(int contractors)
        {
            var all = groups.Sum(g => g.Count);
            if (contractors > 0) yield return $"{Say.Of(contractors, "contractor is", "contractors are")} left out; the model is about employees.";
            if (all - groups.Sum(g => g.Paid) is > 0 and var unpaid) yield return $"For {Say.Of(unpaid, "person", "people")} the roster has no cost; the mean of their level stands in.";
            if (groups.Where(g => g.Level == Level.Unknown).Sum(g => g.Count) is > 0 and var unknown) yield return $"For {Say.Of(unknown, "person", "people")} the roster has no level; they count as mid.";
            if (groups.Where(g => g.StartDate is null).Sum(g => g.Count) is > 0 and var undated) yield return $"For {Say.Of(undated, "person", "people")} the roster has no first day; the mean service of the others stands in.";
        }

        // Completed months, as contracts count them.
        private static int Months(DateOnly start, DateOnly today) => Math.Max(0, ((today.Year - start.Year) * 12) + today.Month - start.Month - (today.Day < start.Day ? 1 : 0));
    }
}
