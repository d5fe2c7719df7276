using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Delivery;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Delivery.ListDelivery;

/// <summary>The imported incidents with what they are put down to, newest first; those that are put down to nothing are shown as such.</summary>
/// <param name="UnitId">Only of projects that this unit, or one below it, answers for.</param>
[Requires(Policies.ViewDelivery)]
public sealed record ListDeliveryIncidentsQuery(bool OnlyUnlinked, Paging Paging, UnitId? UnitId = null) : IRequest<Result<DeliveryIncidents>>, IWholeOrganisationRequest;

/// <param name="Page">This page.</param>
/// <param name="All">Incidents in all.</param>
/// <param name="Unlinked">Those that are put down to no deployment.</param>
/// <param name="Deployments">Different deployments into production that succeeded, of any project or none.</param>
/// <param name="Failed">Those of them that an incident is put down to.</param>
/// <param name="Unit">Whose projects these are; null for all.</param>
public sealed record DeliveryIncidents(PageOf<DeliveryIncidentRow> Page, int All, int Unlinked, int Deployments, int Failed, string? Unit = null);

/// <param name="Key">Id at the source.</param>
/// <param name="BeganAt">In UTC.</param>
/// <param name="Scope">Kind and name of where it was reported.</param>
/// <param name="Links">Project and deployment; empty when it is put down to nothing.</param>
/// <param name="HasProject">Whether its scope belongs to any project.</param>
public sealed record DeliveryIncidentRow(string Key, DateTimeOffset BeganAt, string Scope, IReadOnlyList<string> Links, bool HasProject);

internal sealed class ListDeliveryIncidentsHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<ListDeliveryIncidentsQuery, Result<DeliveryIncidents>>
{
    public async Task<Result<DeliveryIncidents>> Handle(ListDeliveryIncidentsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var projects = DeliveryRows.Projects(db, request.UnitId);
        var every = request.UnitId is null
            ? db.DeliveryIncidents
            : db.DeliveryIncidents.Where(i => db.DeliveryScopes.Any(s => s.ScopeKind == i.ScopeKind && s.Scope == i.Scope && projects.Contains(s.Project)));
        var unlinked = every.Where(i => !db.DeliveryLinks.Any(l => l.IncidentId == i.Id));
        var (all, without) = (await every.CountAsync(cancellationToken), await unlinked.CountAsync(cancellationToken));
        var deployed = DeliveryRows.InProduction(db);
        if (request.UnitId is not null) deployed = deployed.Where(d => db.DeliveryScopes.Any(s => s.ScopeKind == DeliveryScope.Deployments && s.Scope == d.Scope && projects.Contains(s.Project)));
        var deployments = await deployed.Select(d => d.Deployment).Distinct().CountAsync(cancellationToken);
        var links = request.UnitId is null ? db.DeliveryLinks : db.DeliveryLinks.Where(l => projects.Contains(l.Project));
        var failed = await links.Select(l => l.Deployment).Distinct().CountAsync(cancellationToken);
        var unit = request.UnitId is { } id ? await db.Units.Where(u => u.Id == id).Select(u => u.Name).SingleOrDefaultAsync(cancellationToken) : null;

        var paging = request.Paging.Within(request.OnlyUnlinked ? without : all);
        var rows = await (request.OnlyUnlinked ? unlinked : every)
            .OrderByDescending(i => i.BeganAt).ThenBy(i => i.Id)
            .Skip(paging.Skip).Take(paging.Size)
            .Select(i => new { i.Id, i.Key, i.BeganAt, i.ScopeKind, i.Scope, HasProject = db.DeliveryScopes.Any(s => s.ScopeKind == i.ScopeKind && s.Scope == i.Scope) })
            .ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToArray();
        var shown = await links.Where(l => ids.Contains(l.IncidentId)).OrderBy(l => l.Project).ToListAsync(cancellationToken);
        var byIncident = shown.ToLookup(l => l.IncidentId, l => $"{l.Project}: {l.Deployment}");
        var items = rows.Select(r => new DeliveryIncidentRow(r.Key, r.BeganAt, $"{r.ScopeKind} {r.Scope}", [.. byIncident[r.Id]], r.HasProject));
        return new DeliveryIncidents(new PageOf<DeliveryIncidentRow>([.. items], request.OnlyUnlinked ? without : all, paging.Page, paging.Size), all, without, deployments, failed, unit);
    }
}
