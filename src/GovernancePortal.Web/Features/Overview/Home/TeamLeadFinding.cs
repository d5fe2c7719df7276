using GovernancePortal.Domain.Adoption;
using GovernancePortal.Web.Features.Adoption.Reading;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Overview.Home;

/// <summary>The sentences of the team lead's home.</summary>
public static class TeamLeadFinding
{
    public static string Of(TeamLeadHomeData home)
    {
        if (home.First is not { } target) return Training(home) ?? "Your team has no target, and nothing is asked of it.";

        var blockers = target.Blockers.Select(b => GuardrailCatalogue.Of(b.Type).Name).ToList();
        var what = TargetWords.Enumerate(blockers);
        return (target.State, blockers.Count) switch
        {
            (TargetState.Paused, 0) when target.IsSigned => "Nothing keeps your target paused any more; it restarts at the next evaluation.",
            (TargetState.Paused, 0) => "Nothing blocks your target any more. It restarts once a named person states what was corrected.",
            (TargetState.Paused, 1) => $"One thing keeps your target paused: {what}.",
            (TargetState.Paused, var n) => $"{Say.Number(n, capital: true)} things keep your target paused: {what}.",
            (TargetState.Approved, 1) => $"One thing keeps your target from starting: {what}.",
            (TargetState.Approved, > 1 and var n) => $"{Say.Number(n, capital: true)} things keep your target from starting: {what}.",
            (TargetState.Approved, _) => "Nothing blocks your target; it starts on its start date.",
            (TargetState.Active, _) => "Your target is live, and nothing blocks it.",
            (TargetState.Achieved, _) => "Your target is achieved.",
            (TargetState.Proposed, 0) => "Your target waits for approval, and nothing would block it.",
            (TargetState.Proposed, _) => $"Your target waits for approval; {what} would keep it from starting.",
            _ => "Your target is a draft.",
        };
    }

    public static string? Training(TeamLeadHomeData home) => (home.Asked, home.Lacking) switch
    {
        (0, _) => null,
        (_, 0) => $"All {Say.Count(home.Asked)} people have the training they need.",
        (_, 1) => $"One of {Say.Count(home.Asked)} people lacks training.",
        _ => $"{Say.Number(home.Lacking, capital: true)} of {Say.Count(home.Asked)} people lack training.",
    };

    public static string Target(TeamTarget target) => target.State switch
    {
        TargetState.Paused => $"{target.Title} is on hold since {TargetWords.Date(target.Since)}. While it is paused, no use figure is shown and none is asked of you.",
        TargetState.Active => $"{target.Title} is live since {TargetWords.Date(target.Since)}; use is {target.Use.Words}.",
        TargetState.Approved => $"{target.Title} is approved and has not started.",
        TargetState.Proposed => $"{target.Title} is proposed since {TargetWords.Date(target.Since)}.",
        TargetState.Achieved => $"{target.Title} is achieved since {TargetWords.Date(target.Since)}.",
        _ => $"{target.Title} is a draft.",
    };
}
