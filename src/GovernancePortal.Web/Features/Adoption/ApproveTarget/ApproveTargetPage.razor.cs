using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using MediatR;

namespace GovernancePortal.Web.Features.Adoption.ApproveTarget;

public sealed partial class ApproveTargetPage
{
    private string? Obstacle => Target switch
    {
        { HasPerson: false } => AccessErrors.NoPerson.Message,
        { ProposedByMe: true } => "You proposed it, so somebody else has to approve it.",
        _ => null,
    };

    protected override IRequest<Result<TargetBrief>> Ask(AdoptionTargetId id) => new GetApprovalQuery(id);

    protected override IRequest<Result> Decide(AdoptionTargetId id, int version, string text) => new ApproveTargetCommand(id, version);
}
