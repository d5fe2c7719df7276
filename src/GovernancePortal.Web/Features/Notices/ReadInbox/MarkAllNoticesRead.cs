using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Notices.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Notices.ReadInbox;

/// <summary>Notes that whoever asks has seen everything in their inbox; answers with how many waited.</summary>
[Requires(Policies.SignedIn)]
public sealed record MarkAllNoticesReadCommand : IRequest<Result<int>>;

internal sealed class MarkAllNoticesReadHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<MarkAllNoticesReadCommand, Result<int>>
{
    public async Task<Result<int>> Handle(MarkAllNoticesReadCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        DateTimeOffset? now = clock.GetUtcNow();
        return await Inbox.Of(db, user).Where(n => n.ReadAt == null && n.SettledAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellationToken);
    }
}
