using System.Globalization;
using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Components.Shared;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Knowledge.GetFreshness;

/// <summary>
/// How many pages had a verification that counted at the end of each month: from the last verification of each page and from those that the ledger keeps. Edits,
/// owners and quarantines of past days are not looked at, because only the present ones are known.
/// </summary>
internal static class FreshnessTrend
{
    private const int Months = 12;
    private const int AtOnce = 1000;
    private const string Subject = "page:";

    public static async Task<IReadOnlyList<SharePoint>> ReadAsync(PortalDbContext db, IQueryable<KnowledgePage> pages, DateOnly today, CancellationToken cancellationToken)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var days = Enumerable.Range(1, Months).Select(m => first.AddMonths(m - Months).AddDays(-1)).Append(today).ToArray();
        var earlier = await EarlierAsync(db, pages, days[0], cancellationToken);
        var points = new List<SharePoint>();
        foreach (var day in days)
        {
            var end = new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            var known = pages.Where(p => p.RegisteredAt < end && (p.WithdrawnAt == null || p.WithdrawnAt >= end));
            var all = await known.CountAsync(cancellationToken);
            var inTime = all == 0 ? 0 : await known.CountAsync(p => p.VerifiedOn <= day && p.DueOn >= day, cancellationToken);
            points.Add(new SharePoint(day, inTime + earlier.Count(e => e.CountedOn(day, end)), all));
        }

        return points;
    }

    // What the ledger tells of pages that were verified again since.
    private static async Task<IReadOnlyList<Earlier>> EarlierAsync(PortalDbContext db, IQueryable<KnowledgePage> pages, DateOnly from, CancellationToken cancellationToken)
    {
        var since = new DateTimeOffset(from.AddYears(-1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var entries = await db.LedgerEntries.Where(e => e.Kind == "page.verified" && e.At >= since).Select(e => new { e.Subject, e.At, e.Payload }).ToListAsync(cancellationToken);
        var spans = entries
            .Select(e => (Id: IdOf(e.Subject), From: DateOnly.FromDateTime(e.At.UtcDateTime), Until: UntilOf(e.Payload)))
            .Where(s => s.Id is not null && s.Until is not null)
            .GroupBy(s => s.Id!.Value)
            .ToDictionary(g => g.Key, g => g.Select(s => (s.From, s.Until!.Value)).ToArray());
        var found = new List<Earlier>();
        foreach (var part in spans.Keys.Chunk(AtOnce))
        {
            var rows = await pages.Where(p => part.Contains(p.Id)).Select(p => new { p.Id, p.RegisteredAt, p.WithdrawnAt, p.VerifiedOn, p.DueOn }).ToListAsync(cancellationToken);
            found.AddRange(rows.Select(r => new Earlier(r.RegisteredAt, r.WithdrawnAt, r.VerifiedOn, r.DueOn, spans[r.Id])));
        }

        return found;
    }

    private static KnowledgePageId? IdOf(string subject) => subject.StartsWith(Subject, StringComparison.Ordinal) && Guid.TryParse(subject.AsSpan(Subject.Length), out var id) ? new KnowledgePageId(id) : null;

    private static DateOnly? UntilOf(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.TryGetProperty("until", out var until) && until.ValueKind == JsonValueKind.String && DateOnly.TryParse(until.GetString(), CultureInfo.InvariantCulture, out var day) ? day : null;
    }

    private sealed record Earlier(DateTimeOffset RegisteredAt, DateTimeOffset? WithdrawnAt, DateOnly? VerifiedOn, DateOnly? DueOn, IReadOnlyList<(DateOnly From, DateOnly Until)> Spans)
    {
        /// <summary>By an earlier verification; one by the last is counted already.</summary>
        public bool CountedOn(DateOnly day, DateTimeOffset end) =>
            RegisteredAt < end && (WithdrawnAt is null || WithdrawnAt >= end) && !(VerifiedOn <= day && DueOn >= day) && Spans.Any(s => s.From <= day && s.Until >= day && (VerifiedOn is not { } last || last > day || s.From > last));
    }
}
