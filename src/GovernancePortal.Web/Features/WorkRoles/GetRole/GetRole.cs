using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.WorkRoles.GetRole;

/// <summary>A work role with its seats in the reader's units.</summary>
[Requires(Policies.ManageWorkRoles)]
public sealed record GetWorkRoleQuery(RoleProfileId RoleId) : IRequest<Result<WorkRoleView>>;

public sealed record WorkRoleView(RoleProfileId Id, int Version, RoleTerms Terms, RoleState State, string RetireReason, IReadOnlyList<UnitSeats> Seats);

/// <param name="Approved">Null until somebody decided.</param>
public sealed record UnitSeats(string Unit, int Asked, int? Approved, string Argument, DateOnly AsOf);

internal sealed class GetWorkRoleHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user) : IRequestHandler<GetWorkRoleQuery, Result<WorkRoleView>>
{
    private const int MostUnits = 200;

    public async Task<Result<WorkRoleView>> Handle(GetWorkRoleQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var role = await db.RoleProfiles.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.RoleId, cancellationToken);
        if (role is null) return RoleErrors.NotFound;
        var seats = await db.RoleSeats.Where(s => s.RoleId == request.RoleId)
            .Join(db.Units.Within(user.ScopeOf(Policies.ManageWorkRoles)), s => s.UnitId, u => u.Id, (s, u) => new { Seats = s, u.Path, u.Left })
            .OrderBy(s => s.Left)
            .Take(MostUnits)
            .Select(s => new UnitSeats(s.Path, s.Seats.Asked, s.Seats.Approved, s.Seats.Argument, s.Seats.AsOf))
            .ToListAsync(cancellationToken);
        return new WorkRoleView(role.Id, role.Version, role.Terms, role.State, role.RetireReason, seats);
    }
}
