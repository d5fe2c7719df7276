using GovernancePortal.Domain.Scenarios;

namespace GovernancePortal.Web.Features.Scenarios.Reading;

/// <summary>Parameters that belong together on the page.</summary>
internal sealed record ParameterGroup(string Id, string Title, string Note, Parameter First, Parameter Last)
{
    public static IReadOnlyList<ParameterGroup> All { get; } =
    [
        new("finance", "Money and the value of work", "What a unit of work is worth, and what later money is worth today.", Parameter.DiscountRateAnnual, Parameter.ContributionMargin),
        new("rollout", "AI rollout", "How many use AI, how fast, and what it adds.", Parameter.AdoptionStart, Parameter.AiToolCostPerAdopterMonth),
        new("control", "Rework, control and incidents", "What goes wrong with AI, what vetting, guardrails and a well-kept knowledge base prevent, and what an incident costs.", Parameter.ReworkShare, Parameter.IncidentFrailtySigma),
        new("people", "People", "Turnover, notice, severance, retraining and hiring.", Parameter.TurnoverAnnual, Parameter.ExternalVetterMonthlyCost),
    ];

    public bool Holds(Parameter parameter) => parameter >= First && parameter <= Last;
}
