using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Features.Literacy.Coverage;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Overview.Home;

/// <summary>What waits for an executive, and where use runs ahead of its guardrails.</summary>
[Requires(Policies.ApproveTargets)]
public sealed record GetExecutiveHomeQuery : IRequest<Result<ExecutiveHomeData>>;

internal sealed class GetExecutiveHomeHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<GetExecutiveHomeQuery, Result<ExecutiveHomeData>>
{
    /// <summary>More than this is no picture; the list of targets has the rest.</summary>
    private const int MostTargets = 500;
    private const int MostDecisions = 20;
    private const int MostIncidents = 12;

    public async Task<Result<ExecutiveHomeData>> Handle(GetExecutiveHomeQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ApproveTargets);
        var now = clock.GetUtcNow();

        var rows = await (
            from target in db.AdoptionTargets.AsNoTracking().Within(db, user, Policies.ApproveTargets)
            join unit in db.Units on target.Scope equals unit.Id
            where target.State != TargetState.Draft && target.State != TargetState.Retired
            orderby target.State == TargetState.Paused ? 0 : 1, unit.TotalHeadcount descending, target.Id
            select new TargetOfUnit { Target = target, Unit = unit }
        ).Take(MostTargets).ToListAsync(cancellationToken);
        var proposers = rows.SelectMany(r => new[] { r.Target.ProposedBy, r.Target.AcknowledgedBy }).OfType<PersonId>().Distinct().ToArray();
        var names = await db.People.Where(p => proposers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var places = await db.Units.Within(scope).Select(u => new { u.Name, u.Left, u.DirectHeadcount }).OrderBy(u => u.Left).ToListAsync(cancellationToken);

        var groups = await UseGroups.ReadAsync(db, cancellationToken);
        var waivers = await WaitingWaiversAsync(db, rows, now, cancellationToken);
        var activity = await ActivityAsync(db, [.. rows.Select(r => r.Target.Id)], cancellationToken);

        return new ExecutiveHomeData(
            places.Count == 0 ? "" : places[0].Name,
            now,
            rows.Max(r => r.Target.LastEvaluatedOn),
            places.Count,
            places.Sum(p => p.DirectHeadcount),
            [.. rows.Select(r => HomeDecision.Of(r.Target, r.Unit.Name, names, user.PersonId, now)).OfType<HomeDecision>().Concat(waivers).OrderBy(d => d.Rank).ThenBy(d => d.Since).Take(MostDecisions)],
            [.. rows.OrderByDescending(r => r.Unit.TotalHeadcount).Select(r => UnitPoint.Of(r.Target, r.Unit, groups, activity.GetValueOrDefault(r.Target.Id)))],
            await IncidentsAsync(db, now, cancellationToken),
            await LiteracyAsync(db, scope, rows, now.UtcDay(), cancellationToken));
    }

    /// <summary>Whose use looked like activity without value in the newest evaluation.</summary>
    private static Task<Dictionary<AdoptionTargetId, string>> ActivityAsync(PortalDbContext db, AdoptionTargetId[] targets, CancellationToken cancellationToken) =>
        db.Evaluations.Where(e => targets.Contains(e.TargetId) && e.Activity != null && e.ActivityWords != null)
            .Where(e => db.AdoptionTargets.Any(t => t.Id == e.TargetId && t.LastEvaluatedOn == e.Date))
            .Select(e => new { e.TargetId, e.ActivityWords })
            .ToDictionaryAsync(e => e.TargetId, e => e.ActivityWords!, cancellationToken);

    private static async Task<HomeLiteracy> LiteracyAsync(
        PortalDbContext db, UnitScope scope, IReadOnlyList<TargetOfUnit> targets, DateOnly today, CancellationToken cancellationToken)
    {
        var counts = await LiteracyCoverage.ByUnitAsync(db, scope, today, cancellationToken);
        var sums = await CoverageRollUp.OfAsync(db, scope, counts, cancellationToken);
        var units = targets
            .SelectMany(t => t.Target.Guardrails.Where(g => g.Type == GuardrailType.LiteracyCoverage).Select(g => (t.Unit, g.Exit)))
            .GroupBy(x => x.Unit.Id)
            .Select(g => new UnitLiteracy(g.Key, g.First().Unit.Name, sums.Sum(g.First().Unit.Left, g.First().Unit.Right), g.Max(x => x.Exit)));
        return new HomeLiteracy(
            new CoverageCount(counts.Values.Sum(c => c.Asked), counts.Values.Sum(c => c.Met)),
            [.. units.OrderBy(u => (u.Count.Share ?? 0) - u.Needed).ThenBy(u => u.Unit, StringComparer.Ordinal)]);
    }

    private async Task<IEnumerable<HomeDecision>> WaitingWaiversAsync(
        PortalDbContext db, IReadOnlyList<TargetOfUnit> targets, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (ids, today) = (targets.Select(t => t.Target.Id).ToArray(), now.UtcDay());
        var waiting = await db.Waivers.AsNoTracking()
            .Where(w => ids.Contains(w.TargetId) && w.ExecutiveBy == null && w.EndedAt == null && w.Until >= today)
            .OrderBy(w => w.AskedAt)
            .Take(MostDecisions)
            .ToListAsync(cancellationToken);
        return waiting.Where(w => w.AskedBy != user.PersonId && w.OfficerBy != user.PersonId).Select(w => HomeDecision.Of(w, targets.First(t => t.Target.Id == w.TargetId).Unit.Name, now));
    }

    private async Task<IReadOnlyList<IncidentBar>> IncidentsAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var covered = db.Units.Within(user.ScopeOf(Policies.ViewIncidents)).Select(u => u.Id);
        var since = ExecutiveHomeData.QuarterStart(now);
        var incidents = await db
            .Incidents.AsNoTracking()
            .Where(i => covered.Contains(i.UnitId) && i.Severity <= Incident.SevereUpTo && i.StartedAt >= since && i.StartedAt <= now)
            .OrderByDescending(i => i.StartedAt)
            .ThenBy(i => i.Id)
            .Take(MostIncidents)
            .ToListAsync(cancellationToken);
        return [.. incidents.OrderBy(i => i.StartedAt).Select(i => IncidentBar.Of(i, now))];
    }

    private sealed class TargetOfUnit
    {
        public required AdoptionTarget Target { get; init; }

        public required Unit Unit { get; init; }
    }
}
