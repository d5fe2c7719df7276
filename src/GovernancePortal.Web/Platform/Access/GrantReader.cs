using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Access;

/// <summary>An account's name, person and grants, as they are now.</summary>
public sealed record UserGrants(string DisplayName, PersonId? PersonId, IReadOnlyList<Grant> Grants);

/// <summary>Reads what a user or an API key holds.</summary>
public sealed class GrantReader(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    private static readonly IReadOnlySet<string> NoScopes = new HashSet<string>(StringComparer.Ordinal);
    private static readonly UserGrants Nothing = new("", null, []);

    public async Task<UserGrants> OfUserAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from user in db.Users
            where user.Id == userId && user.RemovedAt == null
            from assignment in db.RoleAssignments.Where(a => a.UserId == user.Id).DefaultIfEmpty()
            from unit in db.Units.Where(u => u.Id == assignment!.UnitId).DefaultIfEmpty()
            select new
            {
                user.DisplayName,
                user.PersonId,
                Role = (Role?)assignment!.Role,
                Left = (int?)unit!.Left,
                Right = (int?)unit.Right,
                UnitName = unit.Name,
            }
        ).ToListAsync(cancellationToken);
        if (rows.Count == 0) return Nothing;

        var grants = rows.Where(r => r.Role is not null && r.Left is not null)
            .Select(r => new Grant(r.Role, NoScopes, new UnitRange(r.Left!.Value, r.Right!.Value), r.UnitName))
            .ToArray();
        return new UserGrants(rows[0].DisplayName, rows[0].PersonId, grants);
    }

    public async Task<UserGrants> OfApiKeyAsync(Guid keyId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var id = new ApiKeyId(keyId);
        var row = await (
            from key in db.ApiKeys
            join unit in db.Units on key.UnitId equals unit.Id
            where key.Id == id
            select new { Key = key, unit.Left, unit.Right, unit.Name }
        ).SingleOrDefaultAsync(cancellationToken);
        if (row is null || !row.Key.IsUsableAt(clock.GetUtcNow())) return Nothing;

        var scopes = row.Key.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return new UserGrants(row.Key.Name, null, [new Grant(null, scopes, new UnitRange(row.Left, row.Right), row.Name)]);
    }
}
