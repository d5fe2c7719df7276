using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.Reading;

namespace GovernancePortal.Web.Features.Adoption.GetTarget;

/// <summary>The sentence at the top of a target's page.</summary>
public static class TargetFinding
{
    public static string Of(TargetDetails details)
    {
        var (target, unit) = (details.Target, details.Target.UnitName);
        var blockers = details.Guardrails.Where(g => g.IsBlocking).Select(Blocker).ToList();
        var because = TargetWords.Enumerate(blockers);
        return target.State switch
        {
            TargetState.Draft when target.RejectionReason is not null => $"{unit} has a draft that was sent back: {target.RejectionReason}",
            TargetState.Draft => $"{unit} has a draft that nobody has proposed yet.",
            TargetState.Proposed when blockers.Count > 0 => $"{unit} waits for approval. Approved, it would be blocked: {because}.",
            TargetState.Proposed => $"{unit} waits for approval, and nothing would block it.",
            TargetState.Approved when blockers.Count > 0 => $"{unit} is approved and blocked: {because}.",
            TargetState.Approved => $"{unit} is approved and starts on {TargetWords.Date(details.Dates.Start!.Value)}.",
            TargetState.Active when target.Use.Share is { } use => $"{unit} is live: {TargetWords.Percent(use)} use AI in a week, of {TargetWords.Value(target.Metric, target.TargetValue)}.",
            TargetState.Active => $"{unit} is live; there is no use figure ({target.Use.Words}).",
            TargetState.Paused when blockers.Count > 0 => $"{unit} is paused: {because}.",
            TargetState.Paused when target.CorrectiveAction is null => $"{unit} is paused. Nothing blocks it any more; a named person has to state what was corrected.",
            TargetState.Paused => $"{unit} is paused and restarts at the next evaluation, if nothing blocks it then.",
            TargetState.Achieved => $"{unit} has reached its target, with the outcome no worse than before.",
            _ => $"The target of {unit} is retired.",
        };
    }

    public static string Guardrails(IReadOnlyList<TargetGuardrail> guardrails)
    {
        var (blocking, holding) = (guardrails.Count(g => g.IsBlocking), guardrails.Count(g => g.Holds));
        return blocking == 0 ? $"{holding} of {guardrails.Count} hold; none blocks." : $"{blocking} of {guardrails.Count} {(blocking == 1 ? "blocks" : "block")}; {holding} hold.";
    }

    /// <summary>As in "literacy until 4 Dec 2026"; null when nothing is waived.</summary>
    public static string? Waived(IReadOnlyList<TargetGuardrail> guardrails)
    {
        var parts = guardrails.Where(g => g.IsWaived).Select(g => $"{g.Name} until {TargetWords.Date(g.WaivedUntil!.Value)}").ToList();
        return parts.Count == 0 ? null : TargetWords.Enumerate(parts);
    }

    private static string Blocker(TargetGuardrail g)
    {
        var needs = TargetWords.Needs(g.Type, g.Direction, g.Exit);
        return g.Value is { } value && g.Status != GuardrailStatus.Unknown
            ? g.Status == GuardrailStatus.Pass
                ? $"{g.Name} is {TargetWords.Figure(g.Type, value)} and has to stay so"
                : $"{g.Name} is {TargetWords.Figure(g.Type, value)} and {needs}"
            : $"{g.Name} has no data that count";
    }
}
