using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Web.Features.Incidents.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.GetIncident;

/// <summary>One incident with everything that was written about it.</summary>
[Requires(Policies.FollowIncidents)]
public sealed record GetIncidentQuery(IncidentId IncidentId) : IRequest<Result<IncidentDetails>>;

internal sealed class GetIncidentHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetIncidentQuery, Result<IncidentDetails>>
{
    public async Task<Result<IncidentDetails>> Handle(GetIncidentQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await IncidentReader.ReadAsync(db, user, request.IncidentId, clock.GetUtcNow(), cancellationToken);
    }
}
