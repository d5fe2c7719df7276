using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Changes.GetChange;

/// <summary>What a change means, in sentences.</summary>
public static class ChangeFinding
{
    public static string Of(ChangeDetails found)
    {
        var (change, gate) = (found.Change, found.Gate);
        if (!change.IsCurrent) return "Another commit was pushed since; this one is not looked at any more.";
        if (change.PassedAt is not null) return "It was let through in an emergency, and nobody has reviewed it yet.";
        if (gate.Verdict == GateVerdict.Deny) return gate.Reasons[0].Message;
        if (gate.IsAllowed) return gate.Reasons[0].Code == "gate.signed" ? "It may go on: this commit is signed off." : $"It may go on. {gate.Reasons[0].Message}";
        if (change.State == ChangeState.Merged) return "It was merged without the sign-off that it needed.";
        return gate.Approvals + 1 == gate.Needed && gate.Reasons.Any(r => r.Code == "gate.waiting")
            ? gate.Approvals == 0 ? "It waits for a reviewer." : "It waits for one more reviewer."
            : gate.Reasons[^1].Message;
    }

    /// <summary>What the policy asks for.</summary>
    public static string Terms(ChangeDetails found)
    {
        var terms = found.Terms;
        if (found.Gate.Needed == 0) return "No sign-off is asked for here.";
        var who = terms.ApproverFrom == Level.Principal ? "a principal" : terms.ApproverFrom == Level.Senior ? "a senior or principal" : "a reviewer";
        return $"At {ChangeWords.Tier(found.Change.Tier).ToLowerInvariant()} risk {(found.Gate.Needed == 1 ? who : $"{Say.Number(found.Gate.Needed)} people, each {who},")} other than the author {(found.Gate.Needed == 1 ? "signs" : "sign")} it off{(terms.NeedsLiteracy ? ", with all training that is asked of them" : "")}.";
    }

    public static string Involvement(ProposedChange change) =>
        change.IsAgents ? "an agent wrote it"
        : change.EffectiveInvolvement == AiInvolvement.NotDeclared ? "so it counts as AI-assisted"
        : change is { InvolvementSource: InvolvementSource.Tool, InvolvementNote.Length: 0 } ? ""
        : $"by {ChangeWords.Source(change.InvolvementSource)}{(change.InvolvementNote.Length > 0 ? $": {change.InvolvementNote}" : "")}";
}
