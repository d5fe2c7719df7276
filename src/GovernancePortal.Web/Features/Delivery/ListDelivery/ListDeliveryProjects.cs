using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Delivery;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Delivery.ListDelivery;

/// <summary>The projects of the imported deployments, with how many failed.</summary>
/// <param name="UnitId">Only projects that this unit, or one below it, answers for.</param>
[Requires(Policies.ViewDelivery)]
public sealed record ListDeliveryProjectsQuery(Paging Paging, UnitId? UnitId = null) : IRequest<Result<PageOf<DeliveryProject>>>, IWholeOrganisationRequest;

/// <param name="Name">The project.</param>
/// <param name="Deployments">Different deployments that went into production successfully.</param>
/// <param name="Failed">Those of them that an incident is put down to.</param>
/// <param name="Linked">Incidents put down to a deployment.</param>
/// <param name="Unlinked">Incidents of the project before any such deployment.</param>
/// <param name="Unit">Which answers for it; null when nobody has said.</param>
public sealed record DeliveryProject(string Name, int Deployments, int Failed, int Linked, int Unlinked, string? Unit = null)
{
    /// <summary>From so many deployments on a rate is told, as for the guardrail.</summary>
    public static int SmallestSample { get; } = GuardrailCatalogue.Of(GuardrailType.ChangeFailureRate).Defaults.MinSample;

    /// <summary>Null while there are too few deployments to claim anything.</summary>
    public ChangeFailureReading? Rate => Deployments < SmallestSample ? null : GuardrailFormulas.ChangeFailureRate(Failed, Deployments);
}

internal sealed class ListDeliveryProjectsHandler(IDbContextFactory<PortalDbContext> contexts) : IRequestHandler<ListDeliveryProjectsQuery, Result<PageOf<DeliveryProject>>>
{
    public async Task<Result<PageOf<DeliveryProject>>> Handle(ListDeliveryProjectsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var projects = DeliveryRows.Projects(db, request.UnitId);
        var total = await projects.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var names = await projects.OrderBy(p => p).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancellationToken);

        var scopes = db.DeliveryScopes.Where(s => names.Contains(s.Project));
        var deployments = await CountAsync(
            scopes.Where(s => s.ScopeKind == DeliveryScope.Deployments)
                .Join(DeliveryRows.InProduction(db), s => s.Scope, d => d.Scope, (s, d) => new ProjectPart { Project = s.Project, Part = d.Deployment }),
            cancellationToken);
        var links = db.DeliveryLinks.Where(l => names.Contains(l.Project));
        var failed = await CountAsync(links.Select(l => new ProjectPart { Project = l.Project, Part = l.Deployment }), cancellationToken);
        var linked = await links.GroupBy(l => l.Project).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var incidents = await CountAsync(
            scopes.Join(db.DeliveryIncidents, s => new { s.ScopeKind, s.Scope }, i => new { i.ScopeKind, i.Scope }, (s, i) => new ProjectPart { Project = s.Project, Part = i.Key }),
            cancellationToken);

        var units = await db.DeliveryProjectUnits
            .Where(p => names.Contains(p.Project))
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.Project, u.Name })
            .ToDictionaryAsync(p => p.Project, p => p.Name, cancellationToken);

        var rows = names.Select(n => new DeliveryProject(n, deployments.GetValueOrDefault(n), failed.GetValueOrDefault(n), linked.GetValueOrDefault(n), incidents.GetValueOrDefault(n) - linked.GetValueOrDefault(n), units.GetValueOrDefault(n)));
        return new PageOf<DeliveryProject>([.. rows], total, paging.Page, paging.Size);
    }

    // Several rows are one deployment, and an incident can be in two scopes of one project: parts count once.
    private static Task<Dictionary<string, int>> CountAsync(IQueryable<ProjectPart> parts, CancellationToken cancellationToken) =>
        parts.Distinct().GroupBy(p => p.Project).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    private sealed class ProjectPart
    {
        public string Project { get; init; } = "";

        public string Part { get; init; } = "";
    }
}
