using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Data.Usage;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Scenarios;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;
using static System.Math;

namespace GovernancePortal.Web.Features.Scenarios.SetParameters;

/// <summary>
/// What the portal's own rows say of parameters, for a unit and everything below it over the last year. Where there are too few rows to go by, that is said
/// instead of a figure.
/// </summary>
internal sealed class OwnData(PortalDbContext db, Unit unit, DateOnly today)
{
    private const int Days = 365;
    private const int LeastIncidents = 5;
    private const int LeastChanges = 1000;
    private const int LeastPages = 20;
    private const int LeastPeople = 30;
    private const int NewestWithin = 31;
    private const int MostRead = 20_000;

    // The middle four fifths of a normal distribution lie within so many standard deviations.
    private const double Fifths = 1.28;

    private readonly DateOnly _from = today.AddDays(-Days);

    private IQueryable<UnitId> Units => db.Units.Where(u => u.Left >= unit.Left && u.Left <= unit.Right).Select(u => u.Id);

    private string Period => $"between {Say.Day(_from)} and {Say.Day(today)}";

    private DateTimeOffset Since => new(_from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public async Task<List<OwnFigure>> MeasureAsync(CancellationToken cancellationToken) =>
        [
            .. await IncidentHoursAsync(cancellationToken),
            await IncidentChanceAsync(cancellationToken),
            .. await PagesAsync(cancellationToken),
            await AdoptionAsync(cancellationToken),
            await TurnoverAsync(cancellationToken),
            await WorkflowsAsync(cancellationToken),
        ];

    private async Task<IReadOnlyList<OwnFigure>> IncidentHoursAsync(CancellationToken cancellationToken)
    {
        var ended = await Severe().Where(i => i.EndedAt != null).OrderByDescending(i => i.StartedAt).Take(MostRead).Select(i => new { i.StartedAt, EndedAt = i.EndedAt!.Value }).ToListAsync(cancellationToken);
        var hours = ended.Select(i => (i.EndedAt - i.StartedAt).TotalHours).Where(h => h > 0).ToList();
        if (hours.Count < LeastIncidents)
        {
            var few = $"{Told(hours.Count)} {Period}; {LeastIncidents} are needed.";
            return [new(Parameter.IncidentHoursMean, null, few), new(Parameter.IncidentHoursSigma, null, few)];
        }

        var words = $"{Told(hours.Count)} {Period}, of the unit and everything below it.";
        var logs = hours.ConvertAll(h => Log(h));
        var sigma = Sqrt(logs.Sum(l => Pow(l - logs.Average(), 2)) / (logs.Count - 1));
        return [new(Parameter.IncidentHoursMean, new Distribution.Fixed(Round(hours.Average(), 3)), words), new(Parameter.IncidentHoursSigma, new Distribution.Fixed(Round(Min(sigma, 3), 3)), words)];

        static string Told(int count) => count == 0 ? "No severe incident that ended began" : $"{Say.Of(count, "severe incident", "severe incidents")} that ended began";
    }

    // Without AI on both sides: what AI adds is a parameter of its own.
    private async Task<OwnFigure> IncidentChanceAsync(CancellationToken cancellationToken)
    {
        var incidents = await Severe().CountAsync(i => i.AiInvolvement == Domain.Incidents.AiInvolvement.NotAi, cancellationToken);
        var units = Units;
        var since = Since;
        var changes = await db.ProposedChanges.CountAsync(
            c => c.ReleasedAt >= since && c.Agent == "" && c.Involvement == Domain.Changes.AiInvolvement.None && c.CommitInvolvement <= Domain.Changes.AiInvolvement.None && units.Contains(c.UnitId), cancellationToken);
        var words = $"{Say.Of(incidents, "severe incident", "severe incidents")} in which AI had no part and {Say.Of(changes, "change", "changes")} declared to be without AI that went out {Period}";
        if (incidents < LeastIncidents || changes < LeastChanges) return new(Parameter.IncidentProbPerChange, null, $"{words}; {LeastIncidents} and {Say.Count(LeastChanges)} are needed.");

        return new(Parameter.IncidentProbPerChange, Around(incidents, changes, 1), $"{words}; the range is what counting so few leaves open.");
    }

    private async Task<IReadOnlyList<OwnFigure>> PagesAsync(CancellationToken cancellationToken)
    {
        var units = Units;
        var pages = db.KnowledgePages.Where(p => p.UnitId != null && units.Contains(p.UnitId.Value) && p.Standing != PageState.Withdrawn);
        var all = await pages.CountAsync(cancellationToken);
        if (all < LeastPages)
        {
            var few = $"{Say.Of(all, "knowledge page belongs", "knowledge pages belong")} to the unit on {Say.Day(today)}; {LeastPages} are needed.";
            return [new(Parameter.KbFreshnessStart, null, few), new(Parameter.KbArticleCount, null, few)];
        }

        var fresh = await pages.CountFreshAsync(db, today, cancellationToken);
        var words = $"{Say.Count(fresh)} of {Say.Of(all, "knowledge page", "knowledge pages")} of the unit {(fresh == 1 ? "is" : "are")} verified in time and owned on {Say.Day(today)}.";
        return [new(Parameter.KbFreshnessStart, new Distribution.Fixed(Round((double)fresh / all, 4)), words), new(Parameter.KbArticleCount, new Distribution.Fixed(all), words)];
    }

    private async Task<OwnFigure> AdoptionAsync(CancellationToken cancellationToken)
    {
        if (await db.UsageMonths.NewestDayAsync(today, cancellationToken) is not { } newest || newest < today.AddDays(-NewestWithin))
            return new(Parameter.AdoptionStart, null, $"No usage data of the last {NewestWithin} days.");

        // The same rule as on every page: no figure of use from which one of few people could be found, none of a team whose target is paused.
        var groups = await UseGroups.ReadAsync(db, cancellationToken);
        if (!groups.MayTell(unit.Left)) return new(Parameter.AdoptionStart, null, $"Use of this unit is not told: fewer than {SmallGroups.Least} people could be found from it.");
        if (await db.AdoptionTargets.IgnoreAutoIncludes().AnyAsync(t => t.Scope == unit.Id && t.State == TargetState.Paused, cancellationToken))
            return new(Parameter.AdoptionStart, null, "The unit's target is paused; until it goes on no figure of its use is told.");

        var units = Units;
        var people = db.People.Where(p => (p.LeftOn == null || p.LeftOn > newest) && units.Contains(p.UnitId));
        var all = await people.CountAsync(cancellationToken);
        var active = await people.WhoUsed(db.UsageMonths, newest.AddDays(-6), newest).CountAsync(cancellationToken);
        if (SmallGroups.IsFew(active) || SmallGroups.IsFew(all - active) || all == 0) return new(Parameter.AdoptionStart, null, $"Fewer than {SmallGroups.Least} people used AI in the last week with data, or did not; their share is not told.");
        return new(Parameter.AdoptionStart, new Distribution.Fixed(Round((double)active / all, 4)), $"{Say.Count(active)} of {Say.Of(all, "person", "people")} used an AI tool in the seven days to {Say.Day(newest)}.");
    }

    private async Task<OwnFigure> TurnoverAsync(CancellationToken cancellationToken)
    {
        var (units, from, until) = (Units, _from, today);
        var employees = db.People.Where(p => !p.IsContractor && units.Contains(p.UnitId));
        var now = await employees.CountAsync(p => (p.StartDate == null || p.StartDate <= until) && (p.LeftOn == null || p.LeftOn > until), cancellationToken);
        var then = await employees.CountAsync(p => p.StartDate <= from && (p.LeftOn == null || p.LeftOn > from), cancellationToken);
        var left = await employees.CountAsync(p => p.LeftOn > from && p.LeftOn <= until, cancellationToken);
        var average = (now + then) / 2.0;
        var words = $"{Say.Of(left, "employee", "employees")} left {Period}, of {Say.Count((long)Round(average))} on average";
        if (average < LeastPeople || left < SmallGroups.Least) return new(Parameter.TurnoverAnnual, null, $"{words}; {SmallGroups.Least} and {LeastPeople} are needed, and the roster has to tell who left.");

        return new(Parameter.TurnoverAnnual, Around(left, average, 0.95), $"{words}. The roster does not say who went of their own accord, so everybody counts.");
    }

    private async Task<OwnFigure> WorkflowsAsync(CancellationToken cancellationToken)
    {
        var (left, right, day) = (unit.Left, unit.Right, today);
        // Approved for the unit, for one below it, or for one that holds it.
        var around = db.Units.Where(u => (u.Left >= left && u.Left <= right) || (u.Left <= left && u.Right >= right)).Select(u => u.Id);
        var agents = await db.AiTools.IgnoreAutoIncludes().CountAsync(t => t.Kind == AiToolKind.Agent && (t.RetiredOn == null || t.RetiredOn > day) && t.Units.Any(u => around.Contains(u.UnitId)), cancellationToken);
        return agents == 0
            ? new(Parameter.AiWorkflowCount, null, "No agent is registered for the unit.")
            : new(Parameter.AiWorkflowCount, new Distribution.Fixed(agents), $"{Say.Of(agents, "agent is", "agents are")} registered for the unit on {Say.Day(today)}. Workflows that nobody registered are not in it.");
    }

    private IQueryable<Incident> Severe()
    {
        var units = Units;
        var since = Since;
        return db.Incidents.Where(i => i.Severity <= Incident.SevereUpTo && i.StartedAt >= since && units.Contains(i.UnitId));
    }

    // A count is uncertain by about its square root.
    private static Distribution.Triangular Around(int count, double of, double most)
    {
        var (low, high) = (Max(0, count - (Fifths * Sqrt(count))) / of, Min(most, (count + (Fifths * Sqrt(count))) / of));
        return new(Rounded(low), Rounded(Min(count / of, high)), Rounded(high));
    }

    // Four figures that count, so that rounding keeps the order.
    private static double Rounded(double value) => value == 0 ? 0 : double.Parse(value.ToString("G4", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
