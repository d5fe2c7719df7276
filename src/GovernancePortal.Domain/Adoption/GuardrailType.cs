namespace GovernancePortal.Domain.Adoption;

/// <summary>What a guardrail watches. The names are part of the HTTP API and of stored rows; <see cref="GuardrailCatalogue"/> explains each.</summary>
public enum GuardrailType
{
    LiteracyCoverage,
    SeniorSignOff,
    IncidentErrorBudget,
    IncidentBurnRate,
    ChangeFailureRate,
    ReworkRate,
    HallucinationRate,
    KbFreshness,
    UnsupervisedProductionAccess,
    ReviewerUtilisation,
    NamedOwner,
    OutcomeNotWorse,
}
