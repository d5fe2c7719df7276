using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Access.WithdrawApiKey;

/// <summary>Ends a key at once and for good.</summary>
[Requires(Policies.ManageApiKeys)]
public sealed record WithdrawApiKeyCommand(ApiKeyId KeyId) : IRequest<Result>;

internal sealed class WithdrawApiKeyHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock)
    : IRequestHandler<WithdrawApiKeyCommand, Result>
{
    public async Task<Result> Handle(WithdrawApiKeyCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var covered = db.Units.Within(user.ScopeOf(Policies.ManageApiKeys)).Select(u => u.Id);

        var key = await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == request.KeyId && covered.Contains(k.UnitId), cancellationToken);
        if (key is null) return CommonErrors.NotFound;
        var withdrawal = key.Revoke(clock.GetUtcNow());
        if (!withdrawal.IsSuccess) return withdrawal;

        db.Record(user.Actor, "apikey.withdrawn", $"key:{key.Id.Value}", new { unit = key.UnitId.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
