using System.Text.Json.Serialization;
using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

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
    /// <summary>The pages with where each stands today, in the order of their ids.</summary>
    internal static async Task<IReadOnlyList<FeedPage>> ReadAsync(PortalDbContext db, IQueryable<KnowledgePage> pages, DateOnly today, CancellationToken cancellationToken)
    {
        var working = db.WorkingOn(today);
        // Few people own many pages: who works here is read once instead of once for each page.
        var owners = await pages.Where(p => p.Owner != null).Select(p => p.Owner!.Value).Distinct().Where(o => working.Any(h => h.Id == o)).ToListAsync(cancellationToken);
        var here = owners.ToHashSet();
        var rows = new List<FeedPage>();
        await foreach (var page in pages.AsNoTracking().OrderBy(p => p.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var state = page.StateOn(today, page.Owner is { } owner && here.Contains(owner));
            rows.Add(Of(page, state));
        }

        return rows;
    }

    internal static FeedPage Of(KnowledgePage page, PageState state)
    {
        var reason = PageWords.Code(state, page.IsAgentReadable);
        return new FeedPage(page.Id, page.System, page.Url, page.Title, page.Criticality, page.ContentHash, page.VerifiedOn, page.DueOn, reason is null, reason);
    }
}
