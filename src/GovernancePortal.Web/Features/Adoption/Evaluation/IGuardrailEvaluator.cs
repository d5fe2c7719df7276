using GovernancePortal.Data;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Measures one or more guardrail types from the portal's own rows.</summary>
internal interface IGuardrailEvaluator
{
    IReadOnlyList<GuardrailType> Types { get; }

    Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken);
}

/// <summary>Whose rows count, and on which day.</summary>
/// <param name="Left">Start of the unit's interval.</param>
/// <param name="Right">End of the unit's interval.</param>
/// <param name="Facts">What is read once for the day.</param>
internal sealed record EvidenceScope(AdoptionTarget Target, UnitId UnitId, int Left, int Right, DateOnly Date, EvidenceFacts Facts)
{
    public UnitRange Range => new(Left, Right);
}

/// <summary>A measured value with its counts.</summary>
/// <param name="Observation">Null when nothing could be measured, which counts as failing.</param>
/// <param name="Words">The counts as a sentence; never names anybody.</param>
internal sealed record Evidence(GuardrailObservation? Observation, string Words)
{
    public static Evidence None(string why) => new(null, why);
}
