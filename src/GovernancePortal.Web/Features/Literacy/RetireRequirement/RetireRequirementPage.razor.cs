using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Rules;
using MediatR;

namespace GovernancePortal.Web.Features.Literacy.RetireRequirement;

public sealed partial class RetireRequirementPage
{
    protected override IRequest<Result<RequirementBrief>> Ask(LiteracyRequirementId id) => new GetRequirementRetirementQuery(id);

    private Task SendAsync() => SendAsync((requirement, _) => new RetireRequirementCommand(requirement.Id, requirement.Version, Reason));
}
