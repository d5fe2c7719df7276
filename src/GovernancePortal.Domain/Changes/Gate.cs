using GovernancePortal.Domain.Organisation;

namespace GovernancePortal.Domain.Changes;

/// <summary>Why the gate answers as it does. The code never changes; the message is a sentence for people.</summary>
public sealed record GateReason(string Code, string Message);

/// <summary>The gate's answer for one change at one commit.</summary>
public sealed record GateDecision(GateVerdict Verdict, IReadOnlyList<GateReason> Reasons, int Approvals, int Needed)
{
    public bool IsAllowed => Verdict == GateVerdict.Allow;
}

/// <summary>Decides whether a change may go on. Nothing that is not known ever lets it through.</summary>
public static class Gate
{
    /// <param name="change">The change.</param>
    /// <param name="terms">What its unit and tier ask for.</param>
    /// <param name="given">All decisions about it at this commit.</param>
    public static GateDecision Decide(ProposedChange change, SignOffTerms terms, IReadOnlyCollection<SignOff> given)
    {
        var latest = Latest(given);
        var approvals = latest.Count(s => s.Kind == SignOffKind.Approval && s.ByLevel >= terms.ApproverFrom && !change.IsOwn(s.By));
        var needed = change.IsAiAssisted && terms.Ask(change.AuthorLevel, change.IsAgents) ? terms.Approvals : 0;

        if (Denials(change, latest) is { Count: > 0 } denials) return new(GateVerdict.Deny, denials, approvals, needed);
        if (Unknowns(change) is { Count: > 0 } unknowns) return new(GateVerdict.Pending, unknowns, approvals, needed);
        if (!change.IsAiAssisted) return Allow("gate.no-ai", "It was stated that AI took no part in it.");
        if (needed == 0) return Allow("gate.not-needed", "The policy of this unit asks for no sign-off of this author's changes at this risk.");
        if (approvals >= needed) return Allow("gate.signed", needed == 1 ? "A reviewer signed this commit off." : $"{approvals} reviewers signed this commit off.");
        if (given.Any(s => s.Kind == SignOffKind.EmergencyPass)) return Allow("gate.emergency", "It was let through in an emergency and is reviewed afterwards.");
        return new(GateVerdict.Pending, Waiting(change, approvals, needed), approvals, needed);

        GateDecision Allow(string code, string message) => new(GateVerdict.Allow, [new(code, message)], approvals, needed);
    }

    /// <summary>The last word of each person; whoever first approved and then found something has rejected.</summary>
    internal static IReadOnlyList<SignOff> Latest(IEnumerable<SignOff> given) =>
        [.. given.Where(s => s.Kind is SignOffKind.Approval or SignOffKind.Rejection).GroupBy(s => s.By).Select(g => g.OrderBy(s => s.At).ThenBy(s => s.Id == 0 ? long.MaxValue : s.Id).Last())];

    private static List<GateReason> Denials(ProposedChange change, IReadOnlyList<SignOff> latest)
    {
        var reasons = new List<GateReason>();
        if (!change.IsCurrent) reasons.Add(new("gate.superseded", "Another commit was pushed since, so this one is not looked at any more."));
        if (change.State == ChangeState.Closed) reasons.Add(new("gate.closed", "The change was closed without being merged."));
        if (latest.Any(s => s.Kind == SignOffKind.Rejection)) reasons.Add(new("gate.rejected", "A reviewer found something wrong with this commit."));
        return reasons;
    }

    private static List<GateReason> Unknowns(ProposedChange change)
    {
        var reasons = new List<GateReason>();
        if (!change.IsAuthorKnown)
            reasons.Add(new("gate.author.unknown", change.Agent.Length > 0 ? $"No approved agent of the register is called {change.Agent}." : change.Author.Length > 0 ? $"Nobody knows who {change.Author} is." : "The change does not say who wrote it."));
        if (change.Systems.Count == 0) reasons.Add(new("gate.system.none", "The change does not say which system it touches, and none has its repository."));
        reasons.AddRange(change.UnknownSystems.Select(s => new GateReason("gate.system.unknown", $"No system called {s} is registered.")));
        reasons.AddRange(change.BeyondAgent.Select(s => new GateReason("gate.agent.system", $"The register does not say that {change.Agent} may change {s}.")));
        return reasons;
    }

    private static List<GateReason> Waiting(ProposedChange change, int approvals, int needed)
    {
        var reasons = new List<GateReason>();
        if (change.EffectiveInvolvement == AiInvolvement.NotDeclared)
            reasons.Add(new("gate.not-declared", "Nobody said whether AI took part, so it counts as AI-assisted."));
        if (change.AuthorLevel == Level.Unknown && !change.IsAgents) reasons.Add(new("gate.level.unknown", "The roster does not say how senior the author is, so the change counts as a junior's."));
        reasons.Add(new("gate.waiting", approvals == 0 && needed == 1 ? "It waits for a reviewer." : $"{approvals} of {needed} reviewers have signed it off."));
        return reasons;
    }
}
