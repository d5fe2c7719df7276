using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.GetGate;

/// <summary>What the gate answers now. Nothing is written.</summary>
[Requires(Policies.SendChanges)]
public sealed record GetGateQuery(ChangeId ChangeId) : IRequest<Result<GateAnswer>>;

internal sealed class GetGateHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetGateQuery, Result<GateAnswer>>
{
    public async Task<Result<GateAnswer>> Handle(GetGateQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var opened = await ChangeDesk.OpenAsync(db, db.ProposedChanges.AsNoTracking(), request.ChangeId, user.ScopeOf(Policies.SendChanges), clock.Today(), cancellationToken);
        return opened.IsSuccess ? GateAnswer.Of(opened.Value) : opened.Error!;
    }
}
