using GovernancePortal.Data;
using GovernancePortal.Domain.Ledger;
using GovernancePortal.Web.Platform.Lists;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Ledger.ListLedgerEntries;

/// <summary>The log's query: every filter is served by an index.</summary>
internal static class LedgerQuery
{
    /// <summary>As long as a subject can be, and made of the last character that one can hold on either database.</summary>
    private static readonly string AfterAll = new('z', LedgerFact.SubjectMaxLength);

    public static IQueryable<LedgerEntry> Matching(PortalDbContext db, LedgerFilter filter)
    {
        var entries = db.LedgerEntries.AsNoTracking();
        if (filter.Kind is { } kind) entries = entries.Where(e => e.Kind == kind);
        if (filter.Actor is { } actor) entries = entries.Where(e => e.ActorId == actor);
        if (filter.From is { } from)
        {
            var first = Midnight(from);
            entries = entries.Where(e => e.At >= first);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = Midnight(to.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        if (filter.Subject is not { } subject) return entries;

        var subjectEnd = subject + AfterAll;
#pragma warning disable CA1309 // Translated to SQL comparisons; the database's collation decides.
        return entries.Where(e => string.Compare(e.Subject, subject) >= 0 && string.Compare(e.Subject, subjectEnd) <= 0);
#pragma warning restore CA1309
    }

    /// <summary>Sequences have no gaps, so a page of the whole log starts at a known one and nothing is skipped.</summary>
    public static IQueryable<LedgerEntry> Page(IQueryable<LedgerEntry> matching, LedgerFilter filter, long size, Paging paging)
    {
        var newestFirst = matching.OrderByDescending(e => e.Sequence);
        if (!filter.IsEmpty) return newestFirst.Skip(paging.Skip).Take(paging.Size);

        var end = size - paging.Skip;
        return newestFirst.Where(e => e.Sequence < end).Take(paging.Size);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
}
