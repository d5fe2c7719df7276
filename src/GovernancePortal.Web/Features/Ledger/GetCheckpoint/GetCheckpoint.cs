using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.GetCheckpoint;

/// <summary>A checkpoint as it is published: the one of this size, or the latest.</summary>
[Requires(Policies.ViewLedger)]
public sealed record GetCheckpointQuery(long? Size) : IRequest<Result<CheckpointResponse>>, IWholeOrganisationRequest;

/// <param name="Size">Number of entries.</param>
/// <param name="Root">Merkle root in base64.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Note">The signed note; the text that is kept and verified.</param>
/// <param name="VerifierKey">The key that it is signed with.</param>
public sealed record CheckpointResponse(long Size, string Root, DateTimeOffset MadeAt, string Note, string VerifierKey);

internal sealed class GetCheckpointHandler(IDbContextFactory<PortalDbContext> contexts, CheckpointSigner signer)
    : IRequestHandler<GetCheckpointQuery, Result<CheckpointResponse>>
{
    public async Task<Result<CheckpointResponse>> Handle(GetCheckpointQuery request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db
            .LedgerCheckpoints.AsNoTracking()
            .Where(c => request.Size == null || c.Size == request.Size)
            .OrderByDescending(c => c.Size)
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null) return LedgerNotFound.Checkpoint;

        return new CheckpointResponse(found.Size, Convert.ToBase64String(found.Root), found.MadeAt, found.Text, signer.VerifierKey.ToString());
    }
}
