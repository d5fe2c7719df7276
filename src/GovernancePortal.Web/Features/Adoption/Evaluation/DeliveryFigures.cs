using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Delivery;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Deployments into production of the projects that a unit, or a unit below it, answers for.</summary>
internal static class DeliveryFigures
{
    /// <summary>Days that a change failure rate looks back on.</summary>
    public const int Days = 28;

    /// <summary>What went into production in the four weeks that end on the day, as it was known by then; the projects by name.</summary>
    public static async Task<UnitDelivery> ReadAsync(PortalDbContext db, int left, int right, DateOnly date, CancellationToken cancellationToken)
    {
        var (from, until) = (Midnight(date.AddDays(1 - Days)), Midnight(date.AddDays(1)));
        var projects = db.DeliveryProjectUnits.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Left >= left && u.Left <= right)).Select(p => p.Project);
        if (!await projects.AnyAsync(cancellationToken)) return UnitDelivery.None;

        // Several rows are one deployment, which was there when its first commit was.
        var deployments = await db
            .DeliveryScopes.Where(s => s.ScopeKind == DeliveryScope.Deployments && projects.Contains(s.Project))
            .Join(
                db.DeliveryDeployments.Where(d => d.Environment == DeliveryDeployment.Production && d.Outcome == DeliveryDeployment.Success && d.FinishedAt >= from && d.FinishedAt < until),
                s => s.Scope,
                d => d.Scope,
                (s, d) => new { s.Project, d.Deployment, d.FinishedAt })
            .GroupBy(d => new { d.Project, d.Deployment })
            .Select(g => new { g.Key.Project, g.Key.Deployment, At = g.Max(d => d.FinishedAt) })
            .ToListAsync(cancellationToken);
        var failed = await db
            .DeliveryLinks.Where(l => projects.Contains(l.Project) && db.DeliveryIncidents.Any(i => i.Id == l.IncidentId && i.BeganAt >= from && i.BeganAt < until))
            .Select(l => new { l.Project, l.Deployment })
            .Distinct()
            .ToListAsync(cancellationToken);
        var broken = failed.Select(f => (f.Project, f.Deployment)).ToHashSet();
        // Two projects can share where they deploy; what is in both counts once for the unit.
        return new UnitDelivery(
            deployments.Select(d => d.Deployment).Distinct(StringComparer.Ordinal).Count(),
            deployments.Where(d => broken.Contains((d.Project, d.Deployment))).Select(d => d.Deployment).Distinct(StringComparer.Ordinal).Count(),
            deployments.Max(d => d.At)?.UtcDay(),
            [
                .. deployments
                    .GroupBy(d => d.Project, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new ProjectDelivery(g.Key, g.Count(), g.Count(d => broken.Contains((d.Project, d.Deployment))))),
            ]);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}

/// <param name="Failed">Those of them that an incident is put down to.</param>
/// <param name="Newest">Day of the newest; null without any.</param>
internal sealed record UnitDelivery(int Deployments, int Failed, DateOnly? Newest, IReadOnlyList<ProjectDelivery> Projects)
{
    public static UnitDelivery None { get; } = new(0, 0, null, []);
}

/// <param name="Failed">Those of them that an incident is put down to.</param>
public sealed record ProjectDelivery(string Project, int Deployments, int Failed);
