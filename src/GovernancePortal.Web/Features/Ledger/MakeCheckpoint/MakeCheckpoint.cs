using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Ledger;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Ledger.MakeCheckpoint;

/// <summary>Signs the ledger as it is now. The answer is the size that was signed.</summary>
[Requires(Policies.VerifyLedger)]
public sealed record MakeCheckpointCommand : IRequest<Result<long>>, IWholeOrganisationRequest;

internal sealed class MakeCheckpointHandler(CheckpointMaker maker, CurrentUser user) : IRequestHandler<MakeCheckpointCommand, Result<long>>
{
    public async Task<Result<long>> Handle(MakeCheckpointCommand request, CancellationToken cancellationToken)
    {
        var made = await maker.MakeAsync(user.Actor, cancellationToken);
        return made.IsSuccess ? made.Value.Size : made.Error!;
    }
}
