using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Features.Reallocation.Cases;
using GovernancePortal.Web.Features.Reallocation.Exposure;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.GetExposure;

/// <summary>What would be lost with the people of a case, were all of them to go: what only they own or know.</summary>
[Requires(Policies.ReadCases)]
public sealed record GetCaseExposureQuery(CaseId CaseId) : IRequest<Result<KnowledgeExposure>>;

internal sealed class GetCaseExposureHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<GetCaseExposureQuery, Result<KnowledgeExposure>>
{
    public async Task<Result<KnowledgeExposure>> Handle(GetCaseExposureQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await CaseAccess.FindAsync(db, user, request.CaseId, cancellationToken);
        if (!found.IsSuccess) return found.Error!;

        // A part of a position that goes leaves the person, and what they know, in the house.
        var going = await db.DisplacedPositions.Where(p => p.CaseId == request.CaseId && p.WithdrawnAt == null && p.Share == 1).Select(p => p.PersonId).ToListAsync(cancellationToken);
        return await ExposureReader.ReadAsync(db, going, clock.Today(), cancellationToken);
    }
}
