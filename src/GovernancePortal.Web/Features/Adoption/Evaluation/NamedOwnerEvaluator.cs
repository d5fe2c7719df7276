using GovernancePortal.Data;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using GovernancePortal.Web.Platform.Words;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>
/// Holds when owner and deputy work here and have accepted in the last 90 days; those of the target, and those of every tool or agent of the register that can
/// change production here.
/// </summary>
internal sealed class NamedOwnerEvaluator : IGuardrailEvaluator
{
    public IReadOnlyList<GuardrailType> Types { get; } = [GuardrailType.NamedOwner];

    public async Task<Evidence> MeasureAsync(PortalDbContext db, GuardrailType type, EvidenceScope scope, CancellationToken cancellationToken)
    {
        var target = scope.Target;
        var owner = await MissingAsync(db, "owner", target.Owner, target.OwnerAcceptedAt, scope.Date, cancellationToken);
        var deputy = await MissingAsync(db, "deputy", target.Deputy, target.DeputyAcceptedAt, scope.Date, cancellationToken);

        var agents = (await scope.Facts.RegisterAsync(db, scope.Range, cancellationToken)).Where(e => e.CanChange).ToList();

        string[] missing = [.. new[] { owner, deputy, Unanswered(agents) }.OfType<string>()];
        var parts = 2 + agents.Count;
        return missing.Length == 0
            ? new Evidence(new GuardrailObservation(1, parts, 0), $"Owner and deputy are here and accepted within {AdoptionTarget.AcceptanceDays} days{(agents.Count == 0 ? "" : $", and so did those of {Say.Of(agents.Count, "agent", "agents")} that can change production")}.")
            : new Evidence(new GuardrailObservation(0, parts, 0), string.Join(" ", missing));
    }

    private static string? Unanswered(IReadOnlyList<RegisteredAccess> agents)
    {
        var open = agents.Count(a => !a.IsAnsweredFor);
        return open == 0 ? null : $"{open} of {Say.Of(agents.Count, "agent", "agents")} that can change production {(open == 1 ? "has" : "have")} no owner and deputy who accepted within {AdoptionTarget.AcceptanceDays} days.";
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
