using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Lists;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.ListApiKeys;

/// <summary>The keys for units in the scope, the newest first; those that work before those that no longer do.</summary>
[Requires(Policies.ManageApiKeys)]
public sealed record ListApiKeysQuery(Paging Paging) : IRequest<Result<ApiKeyList>>;

internal sealed class ListApiKeysHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ListApiKeysQuery, Result<ApiKeyList>>
{
    public async Task<Result<ApiKeyList>> Handle(ListApiKeysQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();

        var keys =
            from key in db.ApiKeys.AsNoTracking()
            join unit in db.Units.Within(user.ScopeOf(Policies.ManageApiKeys)) on key.UnitId equals unit.Id
            select new { Key = key, unit.Path, Usable = key.RevokedAt == null && key.ExpiresAt > now };
        var count = await keys.CountAsync(cancellationToken);
        var usable = await keys.CountAsync(k => k.Usable, cancellationToken);
        var paging = request.Paging.Within(count);
        var rows = await keys
            .OrderByDescending(k => k.Usable)
            .ThenByDescending(k => k.Key.CreatedAt)
            .ThenBy(k => k.Key.Id)
            .Skip(paging.Skip)
            .Take(paging.Size)
            .Select(k => new ApiKeyRow(k.Key.Id, k.Key.Name, k.Key.Prefix, k.Key.Scopes, k.Path, k.Key.ExpiresAt, k.Key.LastUsedAt, k.Key.RevokedAt, k.Key.Version))
            .ToListAsync(cancellationToken);
        return new ApiKeyList(new PageOf<ApiKeyRow>(rows, count, paging.Page, paging.Size), usable, now);
    }
}

/// <param name="Keys">One page of keys.</param>
/// <param name="Usable">How many of them work now.</param>
/// <param name="AsOf">When the answer was made.</param>
public sealed record ApiKeyList(PageOf<ApiKeyRow> Keys, int Usable, DateTimeOffset AsOf);

public sealed record ApiKeyRow(
    ApiKeyId Id,
    string Name,
    string Prefix,
    string Scopes,
    string UnitPath,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt,
    int Version
);
