using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Organisation.ListUnits;

/// <summary>The units directly below one, or the topmost units of the user's scope.</summary>
/// <param name="ParentId">Null for the topmost units.</param>
[Requires(Policies.ViewUnits)]
public sealed record ListUnitsQuery(UnitId? ParentId, Paging Paging) : IRequest<Result<PageOf<UnitRow>>>;

/// <param name="People">Everybody in the unit and below it.</param>
/// <param name="HasChildren">Whether there are units below.</param>
public sealed record UnitRow(UnitId Id, string Name, int People, int DirectPeople, bool HasChildren);

internal sealed class ListUnitsHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<ListUnitsQuery, Result<PageOf<UnitRow>>>
{
    public async Task<Result<PageOf<UnitRow>>> Handle(ListUnitsQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = user.ScopeOf(Policies.ViewUnits);
        var tops = scope.Ranges.Select(r => r.Left).ToArray();
        var units = request.ParentId is { } parent
            ? db.Units.Within(scope).Where(u => u.ParentId == parent)
            : db.Units.Where(u => tops.Contains(u.Left));

        var total = await units.CountAsync(cancellationToken);
        var paging = request.Paging.Within(total);
        var rows = await units
            .OrderBy(u => u.Left)
            .ThenBy(u => u.Id)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(u => new UnitRow(u.Id, u.Name, u.TotalHeadcount, u.DirectHeadcount, u.Right > u.Left))
            .ToListAsync(cancellationToken);
        return new PageOf<UnitRow>(rows, total, paging.Page, paging.Size);
    }
}
