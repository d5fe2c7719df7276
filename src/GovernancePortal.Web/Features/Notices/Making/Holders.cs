using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Notices.Making;

/// <summary>Somebody who holds a policy, with the units it covers.</summary>
/// <param name="Person">Null for an account that is nobody of the roster.</param>
internal sealed record Holder(Guid User, PersonId? Person, UnitScope Scope)
{
    public static async Task<IReadOnlyList<Holder>> OfAsync(PortalDbContext db, string policy, CancellationToken cancellationToken)
    {
        var roles = PolicyTable.All[policy].Roles.ToArray();
        var rows = await (
            from assignment in db.RoleAssignments
            join user in db.Users on assignment.UserId equals user.Id
            join unit in db.Units on assignment.UnitId equals unit.Id
            where roles.Contains(assignment.Role) && user.RemovedAt == null
            select new { user.Id, user.PersonId, unit.Left, unit.Right }
        ).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(r => (r.Id, r.PersonId), (user, places) => new Holder(user.Id, user.PersonId, UnitScope.Of(places.Select(p => new UnitRange(p.Left, p.Right)))))];
    }
}
