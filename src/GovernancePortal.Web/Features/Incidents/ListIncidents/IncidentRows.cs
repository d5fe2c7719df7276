using GovernancePortal.Data;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.ListIncidents;

/// <summary>The rows of the list of incidents, for its page and for the file of it.</summary>
internal static class IncidentRows
{
    public static IQueryable<Incident> Here(PortalDbContext db, IQueryable<Incident> incidents, IncidentFilter filter, Unit? unit)
    {
        if (filter.UnitId is not null)
        {
            var (left, right) = unit is null ? (0, -1) : (unit.Left, unit.Right);
            // The units first: most filters ask for few of them, and each is looked up by its index.
            var units = db.Units.Where(u => u.Left >= left && u.Left <= right).Select(u => u.Id);
            incidents = incidents.Where(i => units.Contains(i.UnitId));
        }

        if (filter.From is { } from)
        {
            var start = Midnight(from);
            incidents = incidents.Where(i => i.StartedAt >= start);
        }

        if (filter.Until is not { } until) return incidents;
        var end = Midnight(until.AddDays(1));
        return incidents.Where(i => i.StartedAt < end);
    }

    public static IQueryable<Incident> Matching(IQueryable<Incident> incidents, IncidentFilter filter)
    {
        if (filter.State is { } state) incidents = incidents.Where(i => i.State == state);
        if (filter.Severity is { } severity) incidents = incidents.Where(i => i.Severity == severity);
        incidents = filter.Ai switch
        {
            IncidentAi.Related => incidents.Where(i => i.AiInvolvement != AiInvolvement.NotAi && i.AiInvolvement != AiInvolvement.Unknown),
            IncidentAi.Advice => incidents.Where(i => i.AiInvolvement == AiInvolvement.ActedOnAdvice),
            IncidentAi.Authored => incidents.Where(i => i.AiInvolvement == AiInvolvement.AuthoredByAi),
            IncidentAi.Alone => incidents.Where(i => i.AiInvolvement == AiInvolvement.ActedAlone),
            IncidentAi.StaleSource => incidents.Where(i => i.AiInvolvement == AiInvolvement.StaleSource),
            IncidentAi.Unknown => incidents.Where(i => i.AiInvolvement == AiInvolvement.Unknown),
            IncidentAi.NotAi => incidents.Where(i => i.AiInvolvement == AiInvolvement.NotAi),
            _ => incidents,
        };
        if (string.IsNullOrWhiteSpace(filter.Search)) return incidents;

        var anywhere = LikePattern.Containing(filter.Search.Trim());
        return incidents.Where(i =>
            EF.Functions.Like(i.Title, anywhere, LikePattern.Escape) || EF.Functions.Like(i.Number, anywhere, LikePattern.Escape) || EF.Functions.Like(i.Systems, anywhere, LikePattern.Escape));
    }

    public static IQueryable<Incident> Sorted(IQueryable<Incident> incidents, IncidentOrder order, bool descending) =>
        (order, descending) switch
        {
            (IncidentOrder.Severity, false) => incidents.OrderBy(i => i.Severity).ThenByDescending(i => i.StartedAt).ThenBy(i => i.Id),
            (IncidentOrder.Severity, true) => incidents.OrderByDescending(i => i.Severity).ThenByDescending(i => i.StartedAt).ThenByDescending(i => i.Id),
            (IncidentOrder.Number, false) => incidents.OrderBy(i => i.Number).ThenBy(i => i.Id),
            (IncidentOrder.Number, true) => incidents.OrderByDescending(i => i.Number).ThenByDescending(i => i.Id),
            (_, false) => incidents.OrderBy(i => i.StartedAt).ThenBy(i => i.Id),
            _ => incidents.OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id),
        };

    public static IQueryable<IncidentRow> Rows(PortalDbContext db, IQueryable<Incident> incidents) =>
        incidents.Select(i => new IncidentRow(
            i.Id,
            i.Number,
            i.Title,
            i.Severity,
            db.Units.Where(u => u.Id == i.UnitId).Select(u => u.Name).First(),
            i.StartedAt,
            i.EndedAt,
            i.State,
            i.AiInvolvement,
            db.IncidentAttributions.Any(a => a.IncidentId == i.Id && a.InForceFrom == null && a.RefusalReason == null),
            db.IncidentActions.Count(a => a.IncidentId == i.Id && a.State == IncidentActionState.Open)));

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
