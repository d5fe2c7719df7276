using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using MediatR;

namespace GovernancePortal.Web.Features.Adoption.AcceptTarget;

public sealed partial class AcceptTargetPage
{
    private string? Obstacle => Target switch
    {
        { HasPerson: false } => AccessErrors.NoPerson.Message,
        { NamesMe: false } => TargetErrors.NotNamed.Message,
        _ => null,
    };

    protected override IRequest<Result<TargetBrief>> Ask(AdoptionTargetId id) => new GetAcceptanceQuery(id);

    protected override IRequest<Result> Decide(AdoptionTargetId id, int version, string text) => new AcceptTargetCommand(id, version);
}
