using GovernancePortal.Data;
using GovernancePortal.Data.Access;
using GovernancePortal.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>
/// Which accounts an administrator may see and change. Seen are those with a role in the scope, and all of them by an administrator of the whole organisation; changed as a whole only those
/// without a role outside it, or an administrator of one unit could take over the account of somebody above.
/// </summary>
internal static class UserReach
{
    public static IQueryable<PortalUser> VisibleTo(this IQueryable<PortalUser> users, PortalDbContext db, UnitScope scope)
    {
        // An account without a role may have been anybody's: who administers a part could take it over together with its past.
        if (scope.IsWholeOrganisation) return users;

        var covered = db.Units.Within(scope).Select(u => u.Id);
        return users.Where(u => db.RoleAssignments.Any(a => a.UserId == u.Id && covered.Contains(a.UnitId)));
    }

    public static Task<bool> HasRoleOutsideAsync(this PortalDbContext db, Guid userId, UnitScope scope, CancellationToken cancellationToken)
    {
        var covered = db.Units.Within(scope).Select(u => u.Id);
        return db.RoleAssignments.AnyAsync(a => a.UserId == userId && !covered.Contains(a.UnitId), cancellationToken);
    }

    /// <summary>The interval of the whole organisation.</summary>
    public static async Task<UnitRange> RootRangeAsync(this PortalDbContext db, CancellationToken cancellationToken)
    {
        var root = await db.Units.Where(u => u.ParentId == null).Select(u => new { u.Left, u.Right }).SingleAsync(cancellationToken);
        return new UnitRange(root.Left, root.Right);
    }

    /// <summary>
    /// The other administrators of the whole organisation who can sign in. Their rows are marked as changed, and so is the user's: when two
    /// administrators take each other's role away at once, the second save meets a newer version instead of leaving nobody.
    /// </summary>
    public static async Task<int> CountOtherAdministratorsAsync(this PortalDbContext db, PortalUser user, CancellationToken cancellationToken)
    {
        var others = await db
            .Users.Where(u => u.Id != user.Id && u.RemovedAt == null)
            .Where(u => db.RoleAssignments.Any(a => a.UserId == u.Id && a.Role == Role.Administrator && db.Units.Any(r => r.Id == a.UnitId && r.ParentId == null)))
            .OrderBy(u => u.Id)
            .Take(2)
            .ToListAsync(cancellationToken);
        foreach (var account in others.Append(user)) account.ConcurrencyStamp = Guid.NewGuid().ToString();
        return others.Count;
    }
}
