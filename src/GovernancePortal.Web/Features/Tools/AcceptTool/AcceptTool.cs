using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Tools.AcceptTool;

/// <summary>The owner or the deputy says that they answer for the entry as they read it; it counts for 90 days.</summary>
/// <param name="Version">Of the entry, as it was read.</param>
[Requires(Policies.AnswerForTools)]
public sealed record AcceptToolCommand(AiToolId ToolId, int Version) : IRequest<Result>;

internal sealed class AcceptToolHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<AcceptToolCommand, Result>
{
    public async Task<Result> Handle(AcceptToolCommand request, CancellationToken cancellationToken)
    {
        if (user.PersonId is not { } me) return AccessErrors.NoPerson;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tool = await db.AiTools.SingleOrDefaultAsync(t => t.Id == request.ToolId, cancellationToken);
        if (tool is null) return CommonErrors.NotFound;
        if (tool.Version != request.Version) return CommonErrors.ChangedMeanwhile;

        var accepted = tool.Accept(me, clock.GetUtcNow());
        if (!accepted.IsSuccess) return accepted;

        db.Record(user.Actor, "tool.accepted", $"tool:{tool.Id}", new { by = me.Value });
        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
