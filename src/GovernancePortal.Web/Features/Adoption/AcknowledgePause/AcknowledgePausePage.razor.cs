using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using MediatR;

namespace GovernancePortal.Web.Features.Adoption.AcknowledgePause;

public sealed partial class AcknowledgePausePage
{
    private string? Obstacle => Target is { HasPerson: false } ? AccessErrors.NoPerson.Message : null;

    protected override IRequest<Result<TargetBrief>> Ask(AdoptionTargetId id) => new GetPauseQuery(id);

    protected override IRequest<Result> Decide(AdoptionTargetId id, int version, string text) => new AcknowledgePauseCommand(id, version, text);
}
