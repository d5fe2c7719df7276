using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Platform.Words;

namespace GovernancePortal.Web.Features.Knowledge.Reading;

/// <summary>How the state of a page is said.</summary>
public static class PageWords
{
    public static string State(PageState state) =>
        state switch
        {
            PageState.Fresh => "Verified",
            PageState.Overdue => "Stale",
            PageState.Edited => "Edited",
            PageState.Unowned => "No owner",
            PageState.Quarantined => "Quarantined",
            PageState.Withdrawn => "Withdrawn",
            _ => "Unverified",
        };

    public static string Shape(PageState state) =>
        state switch
        {
            PageState.Fresh => "holds",
            PageState.Overdue => "fails",
            PageState.Edited => "watch",
            PageState.Quarantined => "quarantined",
            PageState.Withdrawn => "struck",
            _ => "nodata",
        };

    public static string Criticality(Criticality criticality) => criticality.ToString().ToLowerInvariant();

    /// <summary>Why agents may read it, or not.</summary>
    public static string Why(KnowledgePage page, PageState state) =>
        state switch
        {
            PageState.Withdrawn => $"withdrawn on {Say.Day(DateOnly.FromDateTime(page.WithdrawnAt!.Value.UtcDateTime))}: {page.WithdrawReason}",
            PageState.Quarantined => $"quarantined since {Say.Day(DateOnly.FromDateTime(page.QuarantinedAt!.Value.UtcDateTime))}: {page.QuarantineReason}",
            PageState.Unverified when page.Interval is null => "nobody has said for how long a verification of it counts",
            PageState.Unverified => "nobody has ever verified it",
            PageState.Edited => $"it was edited after its verification of {Say.Day(page.VerifiedOn!.Value)}",
            PageState.Overdue => $"its verification of {Say.Day(page.VerifiedOn!.Value)} ended on {Say.Day(page.DueOn!.Value)}",
            PageState.Unowned => "nobody who works here answers for it",
            _ when !page.IsAgentReadable => "it is not meant for agents",
            _ => $"verified on {Say.Day(page.VerifiedOn!.Value)}, which counts until {Say.Day(page.DueOn!.Value)}",
        };

    /// <summary>The reason as programs read it; null when agents may read the page.</summary>
    public static string? Code(PageState state, bool isAgentReadable) =>
        state == PageState.Fresh ? isAgentReadable ? null : "not-for-agents" : state.ToString().ToLowerInvariant();
}
