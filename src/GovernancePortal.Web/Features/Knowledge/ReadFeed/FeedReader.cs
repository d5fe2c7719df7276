using System.Runtime.CompilerServices;
using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Knowledge.Reading;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.ReadFeed;

/// <summary>Reads the pages of the feed one after the other, in the order of their ids: the columns that are told or decide, and no whole page.</summary>
/// <param name="scope">Whose pages.</param>
/// <param name="withheld">Whether pages come that agents may not read.</param>
internal sealed class FeedReader(IDbContextFactory<PortalDbContext> contexts, UnitScope scope, DateOnly today, bool withheld)
{
    public IAsyncEnumerable<FeedPage> AllAsync(CancellationToken cancellationToken) => ReadAsync((_, pages) => pages, cancellationToken);

    /// <summary>What was decided about, and what the days since then made stale or ownerless.</summary>
    public IAsyncEnumerable<FeedPage> ChangedAsync(KnowledgePageId[] ids, DateOnly day, CancellationToken cancellationToken) =>
        ReadAsync(
            (db, pages) => pages.Where(p => ids.Contains(p.Id) || (p.DueOn >= day && p.DueOn < today) || db.People.Any(o => o.Id == p.Owner && o.LeftOn > day && o.LeftOn <= today)),
            cancellationToken);

    private async IAsyncEnumerable<FeedPage> ReadAsync(Func<PortalDbContext, IQueryable<KnowledgePage>, IQueryable<KnowledgePage>> which, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pages = which(db, db.KnowledgePages.Within(db.Units, scope));
        // The day is looked at here and not by the database: it would take the index of the days and then sort nearly all pages.
        if (!withheld) pages = pages.Where(p => p.Standing == PageState.Fresh && p.IsAgentReadable);
        // Who works here is read once instead of once for each page.
        var here = await db.OwnersHereAsync(today, cancellationToken);
        await foreach (var row in Rows(pages).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var state = PageStanding.On(today, row.Standing, row.DueOn, row.Owner is { } owner && here.Contains(owner));
            var reason = PageWords.Code(state, row.IsAgentReadable);
            if (reason is null || withheld) yield return new FeedPage(row.Id, row.System, row.Url, row.Title, row.Criticality, row.ContentHash, row.VerifiedOn, row.DueOn, reason is null, reason);
        }
    }

    private static IQueryable<Row> Rows(IQueryable<KnowledgePage> pages) =>
        pages.AsNoTracking().OrderBy(p => p.Id).Select(p => new Row
        {
            Id = p.Id,
            System = p.System,
            Url = p.Url,
            Title = p.Title,
            Criticality = p.Criticality,
            ContentHash = p.ContentHash,
            VerifiedOn = p.VerifiedOn,
            DueOn = p.DueOn,
            Owner = p.Owner,
            Standing = p.Standing,
            IsAgentReadable = p.IsAgentReadable,
        });

    private readonly record struct Row
    {
        public KnowledgePageId Id { get; init; }
        public string System { get; init; }
        public string Url { get; init; }
        public string Title { get; init; }
        public Criticality Criticality { get; init; }
        public string? ContentHash { get; init; }
        public DateOnly? VerifiedOn { get; init; }
        public DateOnly? DueOn { get; init; }
        public PersonId? Owner { get; init; }
        public PageState Standing { get; init; }
        public bool IsAgentReadable { get; init; }
    }
}
