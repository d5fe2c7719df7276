using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using MediatR;

namespace GovernancePortal.Web.Features.Adoption.RejectTarget;

public sealed partial class RejectTargetPage
{
    protected override IRequest<Result<TargetBrief>> Ask(AdoptionTargetId id) => new GetRejectionQuery(id);

    protected override IRequest<Result> Decide(AdoptionTargetId id, int version, string text) => new RejectTargetCommand(id, version, text);
}
