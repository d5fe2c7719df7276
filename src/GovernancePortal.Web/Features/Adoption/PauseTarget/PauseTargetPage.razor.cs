using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using MediatR;

namespace GovernancePortal.Web.Features.Adoption.PauseTarget;

public sealed partial class PauseTargetPage
{
    private string? Obstacle => Target is { HasPerson: false } ? AccessErrors.NoPerson.Message : null;

    protected override IRequest<Result<TargetBrief>> Ask(AdoptionTargetId id) => new GetLiveTargetQuery(id);

    protected override IRequest<Result> Decide(AdoptionTargetId id, int version, string text) => new PauseTargetCommand(id, version, text);
}
