using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Adoption.SimulateTargets;

/// <summary>A back-test: what a guardrail policy would have done with past data. Nothing is written.</summary>
[Requires(Policies.SimulateTargets)]
public sealed record SimulateTargetsQuery(SimulationInput Input) : IRequest<Result<SimulationOutput>>;

internal sealed class SimulateTargetsHandler : IRequestHandler<SimulateTargetsQuery, Result<SimulationOutput>>
{
    public Task<Result<SimulationOutput>> Handle(SimulateTargetsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(TargetSimulation.Run(request.Input));
}
