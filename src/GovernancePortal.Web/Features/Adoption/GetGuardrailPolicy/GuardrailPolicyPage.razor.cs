using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Adoption.GetGuardrailPolicy;

public sealed partial class GuardrailPolicyPage
{
    private GuardrailPolicy? _policy;
    private Error? _error;

    private string Finding => _policy is { } policy
        ? $"There are {Say.Number(policy.Guardrails.Count)} guardrails. No target goes without {Say.Number(policy.Guardrails.Count(g => g.IsMandatory))} of them, and data that is missing counts as failing."
        : _error?.Message ?? "Reading the guardrails.";

    protected override async Task OnInitializedAsync()
    {
        var result = await Mediator.Send(new GetGuardrailPolicyQuery(), Closing);
        (_policy, _error) = (result.IsSuccess ? result.Value : null, result.Error);
    }

    private static string Start(GuardrailSettings? settings)
    {
        if (settings is null) return "not asked for";
        var mode = settings.Mode == GuardrailMode.Block ? "Blocks" : "Warns";
        return $"{mode}: {TargetWords.FailsAt(settings.Type, settings.Direction, settings.Enter)}, {TargetWords.Needs(settings.Type, settings.Direction, settings.Exit)}";
    }
}
