using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Web.Features.Literacy.Rules;
using GovernancePortal.Web.Platform.Words;
using MediatR;

namespace GovernancePortal.Web.Features.Literacy.ReviseRequirement;

public sealed partial class ReviseRequirementPage
{
    private RuleForm? _form;
    private string _from = "";

    protected override IRequest<Result<RequirementBrief>> Ask(LiteracyRequirementId id) => new GetRevisionQuery(id);

    protected override void Begin(RequirementBrief requirement) => (_form, _from) = (new RuleForm(requirement.Terms), Typed.Text(requirement.Today));

    private Task SendAsync() =>
        SendAsync((requirement, faults) =>
            new ReviseRequirementCommand(requirement.Id, requirement.Version, _form!.Read(faults), Typed.Day(_from, "From", faults), Reason));
}
