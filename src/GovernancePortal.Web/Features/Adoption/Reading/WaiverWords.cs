using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Adoption;

namespace GovernancePortal.Web.Features.Adoption.Reading;

/// <summary>Waivers as pages word them.</summary>
public static class WaiverWords
{
    /// <summary>As in "literacy until 4 Dec 2026 and reviewer workload until 9 Dec 2026"; null when nothing is waived.</summary>
    public static string? InForce(IEnumerable<Guardrail> waived)
    {
        var parts = waived.Select(g => $"{GuardrailCatalogue.Of(g.Type).Name} until {TargetWords.Date(g.WaivedUntil!.Value)}").ToList();
        return parts.Count == 0 ? null : TargetWords.Enumerate(parts);
    }

    public static string State(WaiverState state, IReadOnlyList<Role> missing) => state switch
    {
        WaiverState.Waiting => $"Waits for {TargetWords.Enumerate([.. missing.Select(Who)])}",
        WaiverState.InForce => "In force",
        WaiverState.Over => "Over",
        WaiverState.Lapsed => "Lapsed without agreement",
        WaiverState.Refused => "Refused",
        _ => "Ended early",
    };

    /// <summary>In force is red: a guardrail does not hold, and the target goes on.</summary>
    public static string Shape(WaiverState state) => state switch
    {
        WaiverState.InForce => "fails",
        WaiverState.Waiting => "wait",
        WaiverState.Over => "done",
        _ => "struck",
    };

    private static string Who(Role role) => role == Role.GovernanceOfficer ? "a governance officer" : "an executive";
}
