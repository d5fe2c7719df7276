using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;

namespace GovernancePortal.Web.Features.Adoption.GetGuardrailPolicy;

/// <summary>What guardrails there are, where they start for each kind of work, and which rules they answer to.</summary>
[Requires(Policies.ViewTargets)]
public sealed record GetGuardrailPolicyQuery : IRequest<Result<GuardrailPolicy>>;

public sealed record GuardrailPolicy(IReadOnlyList<GuardrailDefinition> Guardrails, IReadOnlyList<GuardrailTemplate> Templates, IReadOnlyList<Framework> Frameworks);

internal sealed class GetGuardrailPolicyHandler(FrameworkFile frameworks) : IRequestHandler<GetGuardrailPolicyQuery, Result<GuardrailPolicy>>
{
    public Task<Result<GuardrailPolicy>> Handle(GetGuardrailPolicyQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<GuardrailPolicy>>(new GuardrailPolicy(GuardrailCatalogue.All, GuardrailTemplates.All, frameworks.All));
}
