using System.Runtime.CompilerServices;
using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Knowledge.Reading;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.ReadFeed;

/// <summary>A page of the feed.</summary>
/// <param name="Entry">See <see cref="PageEntry"/>.</param>
/// <param name="Reason">Why it may not be read; null when it may.</param>
public readonly record struct FeedLine(byte[] Entry, string? Reason);

/// <summary>Reads the pages of the feed one after the other, in the order of their ids: what is told and what decides, and no whole page.</summary>
/// <param name="scope">Whose pages.</param>
/// <param name="withheld">Whether pages come that agents may not read.</param>
internal sealed class FeedReader(IDbContextFactory<PortalDbContext> contexts, UnitScope scope, DateOnly today, bool withheld)
{
    public IAsyncEnumerable<FeedLine> AllAsync(CancellationToken cancellationToken) => ReadAsync((_, pages) => pages, cancellationToken);

    /// <summary>What was decided about, and what the days since then made stale or ownerless.</summary>
    public IAsyncEnumerable<FeedLine> ChangedAsync(KnowledgePageId[] ids, DateOnly day, CancellationToken cancellationToken) =>
        ReadAsync(
            (db, pages) => pages.Where(p => ids.Contains(p.Id) || (p.DueOn >= day && p.DueOn < today) || db.People.Any(o => o.Id == p.Owner && o.LeftOn > day && o.LeftOn <= today)),
            cancellationToken);

    private async IAsyncEnumerable<FeedLine> ReadAsync(Func<PortalDbContext, IQueryable<KnowledgePage>, IQueryable<KnowledgePage>> which, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pages = which(db, db.KnowledgePages.Within(db.Units, scope));
        // What may be read is looked at here and not by the database: it would take an index for it and then sort nearly all pages, which come in the order of the table as it is.
        // Who works here is read once instead of once for each page.
        var here = await db.OwnersHereAsync(today, cancellationToken);
        await foreach (var row in Rows(pages).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var state = PageStanding.On(today, row.Standing, row.DueOn, row.Owner is { } owner && here.Contains(owner));
            var reason = PageWords.Code(state, row.IsAgentReadable);
            if (reason is null || withheld) yield return new FeedLine(row.Entry, reason);
        }
    }

    private static IQueryable<Row> Rows(IQueryable<KnowledgePage> pages) =>
        pages.AsNoTracking().OrderBy(p => p.Id).Select(p => new Row
        {
            Entry = p.Entry,
            DueOn = p.DueOn,
            Owner = p.Owner,
            Standing = p.Standing,
            IsAgentReadable = p.IsAgentReadable,
        });

    private readonly record struct Row
    {
        public byte[] Entry { get; init; }
        public DateOnly? DueOn { get; init; }
        public PersonId? Owner { get; init; }
        public PageState Standing { get; init; }
        public bool IsAgentReadable { get; init; }
    }
}
