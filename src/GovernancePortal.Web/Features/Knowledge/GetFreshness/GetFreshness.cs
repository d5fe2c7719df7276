using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Components.Shared;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.GetFreshness;

/// <summary>How much of what a part of the organisation knows is verified in time and owned: by unit, by system, over the year, and what falls due.</summary>
/// <param name="UnitId">The unit and everything below it; null for all that the role covers.</param>
[Requires(Policies.ViewPages)]
public sealed record GetFreshnessQuery(UnitId? UnitId = null) : IRequest<Result<FreshnessOverview>>;

/// <param name="UnitId">Null for all that the role covers.</param>
/// <param name="Above">The unit above, when the role covers it.</param>
/// <param name="Below">The units directly below, each with everything below it; those with most stale pages first.</param>
/// <param name="Trend">The last day of each of the past months, and today; from verifications that are known.</param>
/// <param name="Due">Pages that are fresh today and whose verification ends in that month.</param>
/// <param name="Owners">By name; nobody first.</param>
/// <param name="MoreOwners">How many owners there are beyond those.</param>
public sealed record FreshnessOverview(
    DateOnly Today,
    UnitId? UnitId,
    string Place,
    PlaceLink? Above,
    FreshCount All,
    IReadOnlyList<UnitFreshness> Below,
    IReadOnlyList<SystemFreshness> Systems,
    IReadOnlyList<SharePoint> Trend,
    IReadOnlyList<DueMonth> Due,
    IReadOnlyList<OwnerPages> Owners,
    int MoreOwners);

/// <param name="Pages">Withdrawn ones left out.</param>
/// <param name="Fresh">Verified in time, in the verified version, and owned by somebody who works here.</param>
public readonly record struct FreshCount(int Pages, int Fresh)
{
    public int Lacking => Pages - Fresh;

    public double? Share => Pages == 0 ? null : (double)Fresh / Pages;
}

public sealed record PlaceLink(UnitId Id, string Name);

public sealed record UnitFreshness(UnitId Id, string Name, FreshCount Count);

public sealed record SystemFreshness(string System, FreshCount Count);

/// <param name="Month">Its first day.</param>
public sealed record DueMonth(DateOnly Month, int Pages);

/// <param name="Name">Null for pages of nobody.</param>
/// <param name="IsHere">False for somebody who left: whose pages agents may not read.</param>
public sealed record OwnerPages(string? Name, bool IsHere, FreshCount Count);

internal sealed class GetFreshnessHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetFreshnessQuery, Result<FreshnessOverview>>
{
    public async Task<Result<FreshnessOverview>> Handle(GetFreshnessQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (today, mine) = (clock.Today(), user.ScopeOf(Policies.ViewPages));
        var unit = request.UnitId is { } id ? await db.Units.AsNoTracking().Within(mine).SingleOrDefaultAsync(u => u.Id == id, cancellationToken) : null;
        if (unit is null && request.UnitId is not null) return CommonErrors.NotFound;

        var scope = unit is null ? mine : UnitScope.Of([new UnitRange(unit.Left, unit.Right)]);
        // A page of no unit is one of the whole organisation, and of no unit that somebody looks into.
        var pages = db.KnowledgePages.AsNoTracking().Within(db.Units, mine).OfUnit(db, request.UnitId).Where(p => p.Standing != PageState.Withdrawn);
        var figures = await FreshnessFigures.ReadAsync(db, pages, today, cancellationToken);
        var (owners, more) = await FreshnessFigures.OwnersAsync(db, pages, today, cancellationToken);
        return new FreshnessOverview(
            today,
            unit?.Id,
            unit?.Name ?? (mine.IsWholeOrganisation ? "The whole organisation" : "The units your role covers"),
            unit is null ? null : await db.Units.Within(mine).Where(u => u.Id == unit.ParentId).Select(u => new PlaceLink(u.Id, u.Name)).SingleOrDefaultAsync(cancellationToken),
            figures.All,
            await BelowAsync(db, scope, unit, figures, cancellationToken),
            figures.Systems,
            [.. await FreshnessTrend.ReadAsync(db, db.KnowledgePages.AsNoTracking().Within(db.Units, mine).OfUnit(db, request.UnitId), today, cancellationToken)],
            await FreshnessFigures.DueAsync(db, pages, today, cancellationToken),
            owners,
            more);
    }

    private static async Task<IReadOnlyList<UnitFreshness>> BelowAsync(PortalDbContext db, UnitScope scope, Unit? unit, FreshnessFigures figures, CancellationToken cancellationToken)
    {
        var lefts = scope.Ranges.Select(r => r.Left).ToArray();
        var tops = unit is not null ? [unit.Id] : await db.Units.Where(u => lefts.Contains(u.Left)).Select(u => u.Id).ToArrayAsync(cancellationToken);
        // Whoever covers several units sees those; whoever looks at one sees what is below it.
        var below = await db.Units.Where(u => tops.Length > 1 ? tops.Contains(u.Id) : tops.Contains(u.ParentId!.Value)).Select(u => new { u.Id, u.Name, u.Left, u.Right }).ToListAsync(cancellationToken);
        return
        [
            .. below.Select(u => new UnitFreshness(u.Id, u.Name, figures.Within(new UnitRange(u.Left, u.Right)))).Where(u => u.Count.Pages > 0)
                .OrderByDescending(u => u.Count.Lacking).ThenBy(u => u.Name, StringComparer.Ordinal),
        ];
    }
}
