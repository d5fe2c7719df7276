using GovernancePortal.Domain.Changes;

namespace GovernancePortal.Web.Features.Changes.Gating;

/// <summary>What the gate answers a build.</summary>
/// <param name="Id">Of the change at this commit; asks again at <c>/api/v1/changes/{id}/gate</c>.</param>
/// <param name="Link">Where people look at it.</param>
public sealed record GateAnswer(ChangeId Id, string Repository, int Number, string Commit, string Verdict, IReadOnlyList<GateReason> Reasons, int Approvals, int Needed, string Risk, string Link)
{
    internal static GateAnswer Of(OpenedChange opened)
    {
        var (change, decision) = (opened.Change, opened.Decide());
        return new(
            change.Id, change.Repository, change.Number, change.Commit, ChangeWords.Code(decision.Verdict), decision.Reasons, decision.Approvals, decision.Needed, change.Tier.ToString().ToLowerInvariant(), $"/changes/{change.Id}");
    }
}
