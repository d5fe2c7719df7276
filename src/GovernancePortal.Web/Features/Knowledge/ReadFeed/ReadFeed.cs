using System.Security.Cryptography;
using System.Text;
using GovernancePortal.Data;
using GovernancePortal.Data.Ledger;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Usage;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Web.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.ReadFeed;

/// <summary>What agents may read now.</summary>
/// <param name="Withheld">Whether the other pages come as well, with the reason.</param>
/// <param name="Since">The cursor of an earlier answer: only what is otherwise since then, readable or not.</param>
/// <param name="KnownTag">The tag of the answer that the reader holds.</param>
[Requires(Policies.ReadFeed)]
public sealed record ReadFeedQuery(bool Withheld = false, string? Since = null, string? KnownTag = null) : IRequest<Result<Feed>>;

/// <param name="Tag">Names this answer; the same tag is the same answer.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="IsComplete">Everything; otherwise only changes.</param>
/// <param name="Pages">Read while they are asked for, so that nobody holds them all; null when the reader holds this answer already.</param>
public sealed record Feed(string Tag, string Cursor, DateOnly Day, bool IsComplete, IAsyncEnumerable<FeedLine>? Pages);

internal sealed class ReadFeedHandler(IDbContextFactory<PortalDbContext> contexts, CurrentUser user, TimeProvider clock) : IRequestHandler<ReadFeedQuery, Result<Feed>>
{
    private const string Import = UseDecisions.Imported;

    private static readonly string[] Kinds = ["page.verified", "page.corrected", "page.quarantined", "page.withdrawn", Import];

    private static Error CursorUnknown { get; } = new("feed.cursor", "This is no cursor of the feed. Leave since out to read everything.", ErrorKind.Invalid) { Fields = [new("Since", "This is no cursor of the feed.")] };

    public async Task<Result<Feed>> Handle(ReadFeedQuery request, CancellationToken cancellationToken)
    {
        var since = default(FeedPlace);
        if (request.Since is { } text && !FeedPlace.TryParse(text, out since)) return CursorUnknown;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var today = clock.Today();
        // The place is read before the pages: what is decided in between is told twice and never missed.
        var place = new FeedPlace(await db.LedgerEntries.NewestAsync(Kinds, cancellationToken) + 1 ?? 0, today);
        var tag = Tag(request, place);
        if (string.Equals(tag, request.KnownTag, StringComparison.Ordinal)) return new Feed(tag, place.ToString(), today, request.Since is null, null);

        var scope = user.ScopeOf(Policies.ReadFeed);
        // A file can change any page, and a roster who works here.
        var isComplete = request.Since is null || since.Size > place.Size || await db.LedgerEntries.AnyAsync(e => e.Kind == Import && e.Sequence >= since.Size, cancellationToken);
        var ids = isComplete ? null : await ChangedAsync(db, since, cancellationToken);
        var feed = new FeedReader(contexts, scope, today, !isComplete || request.Withheld);
        return new Feed(tag, place.ToString(), today, isComplete, ids is null ? feed.AllAsync(cancellationToken) : feed.ChangedAsync(ids, since.Day, cancellationToken));
    }

    private static async Task<KnowledgePageId[]> ChangedAsync(PortalDbContext db, FeedPlace since, CancellationToken cancellationToken)
    {
        var from = since.Size;
        var subjects = await db.LedgerEntries.Where(e => e.Sequence >= from && Kinds.Contains(e.Kind)).Select(e => e.Subject).Distinct().ToListAsync(cancellationToken);
        return [.. subjects.Select(s => Guid.TryParse(s.AsSpan(s.IndexOf(':', StringComparison.Ordinal) + 1), out var id) ? new KnowledgePageId(id) : default)];
    }

    private string Tag(ReadFeedQuery request, FeedPlace place)
    {
        var ranges = string.Join(' ', user.ScopeOf(Policies.ReadFeed).Ranges.Select(r => $"{r.Left}-{r.Right}"));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{place}|{request.Since}|{request.Withheld}|{ranges}"));
        return $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"";
    }
}
