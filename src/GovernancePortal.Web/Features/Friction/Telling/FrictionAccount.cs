using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Friction;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;

namespace GovernancePortal.Web.Features.Friction.Telling;

/// <summary>Works out which figures of a period may be told for which units.</summary>
internal sealed class FrictionAccount
{
    private const string NoTool = "";

    private readonly IReadOnlyList<(int Left, FrictionReport Report)> _reports;
    private readonly IReadOnlyDictionary<AiToolId, string> _names;
    private readonly IReadOnlyList<PlacedAct> _users;
    private readonly Dictionary<UnitRange, Unit> _units;
    private readonly IReadOnlyDictionary<UnitRange, IReadOnlyList<PlacedAct>> _told;

    public FrictionAccount(
        IReadOnlyList<Unit> units, IReadOnlyList<FrictionReport> reports, IReadOnlyList<(UnitId Unit, PersonId Person)> users, IReadOnlyDictionary<AiToolId, string> names)
    {
        var lefts = units.ToDictionary(u => u.Id, u => u.Left);
        _units = units.ToDictionary(RangeOf);
        _reports = [.. reports.Select(r => (lefts[r.UnitId], r)).OrderBy(r => r.Item1)];
        _users = [.. users.Where(u => lefts.ContainsKey(u.Unit)).Select(u => new PlacedAct(lefts[u.Unit], u.Person.Value.ToString("N")))];
        _names = names;
        _told = SmallGroups.Tellable(_units.Keys, _reports.Select(r => new PlacedAct(r.Left, r.Report.Mark)));
    }

    /// <summary>How many units have figures.</summary>
    public int Told => _told.Count;

    /// <summary>The smallest told unit that holds the unit; null when there is none.</summary>
    public UnitId? ToldIn(Unit unit) =>
        _told.Keys.Where(r => r.Covers(unit.Left)).OrderByDescending(r => r.Left).Select(r => (UnitId?)_units[r].Id).FirstOrDefault();

    public IEnumerable<FrictionFigure> Figures(FrictionPeriod period)
    {
        var kinds = SmallGroups.Tellable(_told.Keys, _reports.Select(r => new PlacedAct(r.Left, r.Report.Mark, r.Report.Kind.ToString())));
        var tools = SmallGroups.Tellable(_told.Keys, _reports.Select(r => new PlacedAct(r.Left, r.Report.Mark, Cell(r.Report))));
        // Use is a figure about people too, whether or not they report.
        var users = SmallGroups.Tellable(_told.Keys, _users);

        foreach (var range in _told.Keys)
        {
            var reports = _reports.Where(r => range.Covers(r.Left)).Select(r => r.Report).ToList();
            var people = reports.Select(r => r.Mark).Distinct(StringComparer.Ordinal).Count();
            var figure = new FrictionFigure(period.Number, _units[range].Id, people, reports.Count, reports.Sum(r => r.Minutes));
            if (kinds.ContainsKey(range)) figure.SetKinds(reports.Count(r => r.Kind == FrictionKind.WrongAnswer), reports.Count(r => r.Kind == FrictionKind.Rework));
            if (tools.ContainsKey(range)) figure.SetTools([.. reports.GroupBy(Cell, StringComparer.Ordinal).Select(Tool).OrderByDescending(t => t.Reports).ThenBy(t => t.Name, StringComparer.Ordinal)]);
            if (users.ContainsKey(range)) figure.SetActiveUsers(_users.Where(u => range.Covers(u.Left)).Select(u => u.Person).Distinct(StringComparer.Ordinal).Count());
            yield return figure;
        }
    }

    private static UnitRange RangeOf(Unit unit) => new(unit.Left, unit.Right);

    private static string Cell(FrictionReport report) => report.ToolId?.ToString() ?? NoTool;

    private ToolFriction Tool(IGrouping<string, FrictionReport> reports) =>
        new(reports.First().ToolId is { } id ? _names.GetValueOrDefault(id) : null, reports.Count(), reports.Sum(r => r.Minutes));
}
