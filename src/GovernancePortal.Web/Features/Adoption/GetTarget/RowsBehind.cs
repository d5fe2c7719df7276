using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

/// <summary>The way from a guardrail's value to the rows behind it.</summary>
/// <param name="Text">As it stands in a sentence of its own.</param>
public sealed record RowsBehind(string Href, string Text)
{
    /// <summary>The first is where the value itself leads.</summary>
    public static IReadOnlyList<RowsBehind> Of(GuardrailType type, Guid targetId, Guid unitId, TargetOptions? options)
    {
        var figures = new RowsBehind($"targets/{targetId}/figures/{type}", "The imported figures");
        return type switch
        {
            GuardrailType.LiteracyCoverage when options is { SeeMissing: true } => [new($"literacy/missing?unit={unitId}", "Who lacks what"), new($"literacy?unit={unitId}", "Coverage")],
            GuardrailType.LiteracyCoverage => [new($"literacy?unit={unitId}", "Coverage")],
            GuardrailType.NamedOwner => [new($"targets/{targetId}#terms", "Owner and deputy")],
            GuardrailType.UnsupervisedProductionAccess => [new($"tools?unit={unitId}", "The register's entries"), figures],
            GuardrailType.ChangeFailureRate when options is { SeeDelivery: true } => [figures with { Text = "What is counted" }, new($"delivery?unit={unitId}", "Deployments of its projects")],
            GuardrailType.ChangeFailureRate => [figures with { Text = "What is counted" }],
            GuardrailType.IncidentErrorBudget or GuardrailType.IncidentBurnRate when options is { SeeIncidents: true } => [new($"incidents?unit={unitId}", "Its incidents"), figures],
            GuardrailType.KbFreshness when options is { SeePages: true } => [new($"knowledge?unit={unitId}", "Its pages"), figures],
            GuardrailType.HallucinationRate or GuardrailType.ReworkRate => [figures, new($"friction?unit={unitId}", "Friction reports")],
            GuardrailType.OutcomeNotWorse => [figures with { Text = "The outcome's figures" }],
            _ => [figures],
        };
    }
}
