using System.Text.Json.Serialization;
using GovernancePortal.Domain.Knowledge;

namespace GovernancePortal.Web.Features.Knowledge.Reading;

/// <summary>A page as agents are told of it.</summary>
/// <param name="ContentHash">The version that was seen last; agents can compare it with what they hold.</param>
/// <param name="VerifiedUntil">The last day on which the verification counts.</param>
/// <param name="Reason">Why it may not be read; null when it may.</param>
public sealed record FeedPage(
    KnowledgePageId Id,
    string System,
    string Url,
    string Title,
    Criticality Criticality,
    string? ContentHash,
    DateOnly? VerifiedOn,
    DateOnly? VerifiedUntil,
    bool MayBeRead,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason)
{
    internal static FeedPage Of(KnowledgePage page, PageState state)
    {
        var reason = PageWords.Code(state, page.IsAgentReadable);
        return new FeedPage(page.Id, page.System, page.Url, page.Title, page.Criticality, page.ContentHash, page.VerifiedOn, page.DueOn, reason is null, reason);
    }
}
