using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Notices.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Notices.ReadInbox;

/// <summary>Notes that whoever asks has seen a notice of their own.</summary>
[Requires(Policies.SignedIn)]
public sealed record MarkNoticeReadCommand(long NoticeId) : IRequest<Result>;

internal sealed class MarkNoticeReadHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<MarkNoticeReadCommand, Result>
{
    public async Task<Result> Handle(MarkNoticeReadCommand request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var notice = await Inbox.Of(db, user).SingleOrDefaultAsync(n => n.Id == request.NoticeId, cancellationToken);
        if (notice is null) return CommonErrors.NotFound;

        notice.Read(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
