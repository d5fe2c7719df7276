using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.CompareWeek;

/// <summary>The severe incidents that began in one week, side by side.</summary>
/// <param name="Day">Any day of the week.</param>
[Requires(Policies.ViewIncidents)]
public sealed record CompareWeekQuery(DateOnly Day) : IRequest<Result<IncidentWeek>>;

/// <param name="More">How many more severe incidents the week has than are shown.</param>
public sealed record IncidentWeek(DateOnly Monday, IReadOnlyList<WeekIncident> Incidents, int More)
{
    public IReadOnlyList<WeekIncident> AiRelated { get; } = [.. Incidents.Where(i => i.Involvement.IsAiRelated())];

    /// <summary>Factors of at least two incidents, the most frequent first.</summary>
    public IReadOnlyList<(ContributingFactors Factor, int Count)> Shared { get; } =
        [
            .. Incidents.SelectMany(i => i.Factors.Each())
                .Where(f => f != ContributingFactors.Other)
                .CountBy(f => f)
                .Where(f => f.Value > 1)
                .OrderByDescending(f => f.Value)
                .ThenBy(f => f.Key)
                .Select(f => (f.Key, f.Value)),
        ];
}

/// <param name="Words">The cause in force; empty while none is stated.</param>
public sealed record WeekIncident(
    IncidentId Id,
    string Number,
    string Title,
    int Severity,
    string Unit,
    DateTimeOffset StartedAt,
    TimeSpan Length,
    bool IsOver,
    string Systems,
    AiInvolvement Involvement,
    ContributingFactors Factors,
    ButFor ButFor,
    string Words,
    int Actions,
    int OpenActions);

internal sealed class CompareWeekHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<CompareWeekQuery, Result<IncidentWeek>>
{
    /// <summary>More than this is no comparison; the list of incidents has the rest.</summary>
    private const int Most = 12;

    public async Task<Result<IncidentWeek>> Handle(CompareWeekQuery request, CancellationToken cancellationToken)
    {
        if (request.Day.Year is < 1900 or > 9000) return CommonErrors.NotFound;
        var monday = request.Day.AddDays(-(((int)request.Day.DayOfWeek + 6) % 7));
        var from = new DateTimeOffset(monday.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var (until, now) = (from.AddDays(7), clock.GetUtcNow());

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var severe = db
            .Incidents.AsNoTracking().Within(db, user.ScopeOf(Policies.ViewIncidents))
            .Where(i => i.Severity <= Incident.SevereUpTo && i.StartedAt >= from && i.StartedAt < until);
        var rows = await severe
            .OrderBy(i => i.StartedAt)
            .ThenBy(i => i.Id)
            .Take(Most)
            .Include(i => i.Attributions)
            .Include(i => i.Actions)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var units = rows.Select(r => r.UnitId).ToArray();
        var names = await db.Units.Where(u => units.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        return new IncidentWeek(monday, [.. rows.Select(i => Of(i, names[i.UnitId], now))], Math.Max(0, await severe.CountAsync(cancellationToken) - rows.Count));
    }

    private static WeekIncident Of(Incident i, string unit, DateTimeOffset now) => new(
        i.Id,
        i.Number,
        i.Title,
        i.Severity,
        unit,
        i.StartedAt,
        (i.EndedAt ?? now) - i.StartedAt,
        i.EndedAt is not null,
        i.Systems,
        i.AiInvolvement,
        i.Factors,
        i.InForce?.ButFor ?? ButFor.Unanswered,
        i.InForce?.Words ?? "",
        i.Actions.Count,
        i.Actions.Count(a => a.State == IncidentActionState.Open));
}
