using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Delivery.ListDelivery;

/// <summary>The imported incidents with what they are put down to, newest first; those that are put down to nothing are shown as such.</summary>
[Requires(Policies.ViewDelivery)]
public sealed record ListDeliveryIncidentsQuery(bool OnlyUnlinked, Paging Paging) : IRequest<Result<DeliveryIncidents>>, IWholeOrganisationRequest;

/// <param name="Page">This page.</param>
/// <param name="All">Incidents in all.</param>
/// <param name="Unlinked">Those that are put down to no deployment.</param>
/// <param name="Deployments">Different deployments into production that succeeded, of any project or none.</param>
/// <param name="Failed">Those of them that an incident is put down to.</param>
public sealed record DeliveryIncidents(PageOf<DeliveryIncidentRow> Page, int All, int Unlinked, int Deployments, int Failed);

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
        var unlinked = db.DeliveryIncidents.Where(i => !db.DeliveryLinks.Any(l => l.IncidentId == i.Id));
        var (all, without) = (await db.DeliveryIncidents.CountAsync(cancellationToken), await unlinked.CountAsync(cancellationToken));
        var deployments = await DeliveryRows.InProduction(db).Select(d => d.Deployment).Distinct().CountAsync(cancellationToken);
        var failed = await db.DeliveryLinks.Select(l => l.Deployment).Distinct().CountAsync(cancellationToken);

        var paging = request.Paging.Within(request.OnlyUnlinked ? without : all);
        var rows = await (request.OnlyUnlinked ? unlinked : db.DeliveryIncidents)
            .OrderByDescending(i => i.BeganAt).ThenBy(i => i.Id)
            .Skip(paging.Skip).Take(paging.Size)
            .Select(i => new { i.Id, i.Key, i.BeganAt, i.ScopeKind, i.Scope, HasProject = db.DeliveryScopes.Any(s => s.ScopeKind == i.ScopeKind && s.Scope == i.Scope) })
            .ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToArray();
        var links = await db.DeliveryLinks.Where(l => ids.Contains(l.IncidentId)).OrderBy(l => l.Project).ToListAsync(cancellationToken);
        var byIncident = links.ToLookup(l => l.IncidentId, l => $"{l.Project}: {l.Deployment}");
        var items = rows.Select(r => new DeliveryIncidentRow(r.Key, r.BeganAt, $"{r.ScopeKind} {r.Scope}", [.. byIncident[r.Id]], r.HasProject));
        return new DeliveryIncidents(new PageOf<DeliveryIncidentRow>([.. items], request.OnlyUnlinked ? without : all, paging.Page, paging.Size), all, without, deployments, failed);
    }
}
