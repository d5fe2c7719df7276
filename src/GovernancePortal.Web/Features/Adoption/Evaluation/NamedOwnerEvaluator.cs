using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Holds when owner and deputy work here and have accepted in the last 90 days.</summary>
internal sealed class NamedOwnerEvaluator : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.NamedOwner];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var target = scope.Target;
        var owner = await MissingAsync(db, "owner", target.Owner, target.OwnerAcceptedAt, scope.Date, cancellationToken);
        var deputy = await MissingAsync(db, "deputy", target.Deputy, target.DeputyAcceptedAt, scope.Date, cancellationToken);

        string[] missing = [.. new[] { owner, deputy }.OfType<string>()];
        return missing.Length == 0
            ? new Evidence(new GuardrailObservation(1, 2, 0), $"Owner and deputy are here and accepted within {AdoptionTarget.AcceptanceDays} days.")
            : new Evidence(new GuardrailObservation(0, 2, 0), string.Join(" ", missing));
    }

    private static async Task<string?> MissingAsync(
        PortalDbContext db, string part, PersonId? person, DateTimeOffset? acceptedAt, DateOnly date, CancellationToken cancellationToken)
    {
        if (person is not { } id) return $"No {part} is named.";
        if (!await db.People.AnyAsync(p => p.Id == id && (p.LeftOn == null || p.LeftOn > date), cancellationToken)) return $"The {part} no longer works here.";
        if (acceptedAt is not { } accepted) return $"The {part} has not accepted.";

        var age = date.DayNumber - accepted.UtcDay().DayNumber;
        return age > AdoptionTarget.AcceptanceDays ? $"The {part} last accepted {age} days ago." : null;
    }
}
