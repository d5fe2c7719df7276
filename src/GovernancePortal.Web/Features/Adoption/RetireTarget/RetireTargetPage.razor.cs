using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using MediatR;

namespace GovernancePortal.Web.Features.Adoption.RetireTarget;

public sealed partial class RetireTargetPage
{
    protected override IRequest<Result<TargetBrief>> Ask(AdoptionTargetId id) => new GetRetirementQuery(id);

    protected override IRequest<Result> Decide(AdoptionTargetId id, int version, string text) => new RetireTargetCommand(id, version);
}
