using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Adoption;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Web.Features.Knowledge.Reading;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Incidents.Reading;

/// <summary>A page that an incident's cause names, as it stands now.</summary>
/// <param name="Owner">Null when nobody who works here owns it.</param>
/// <param name="Reads">By agents in the last 28 days.</param>
public sealed record LinkedPage(KnowledgePageId Id, string Title, string Url, PageState State, DateOnly? VerifiedOn, string? ContentHash, DateTimeOffset? QuarantinedAt, string? Owner, long Reads);

/// <summary>
/// The pages that an incident is linked with. Where its cause says that AI passed on a stale page, or that one helped, they are withheld from agents in the same
/// save: whoever may state the cause need not be somebody who keeps pages, and a page that misled must not go on until its keeper has time.
/// </summary>
internal static class MisleadingPages
{
    public static bool Misled(Incident incident) => incident.AiInvolvement == AiInvolvement.StaleSource || (incident.Factors & ContributingFactors.StalePage) != ContributingFactors.None;

    /// <summary>Withholds pages in the save that writes a cause or a link by which they misled; a later save does not do so again, because somebody may have corrected them.</summary>
    /// <param name="newlyLinked">The one page that was linked now; null for all, because the cause is new.</param>
    public static async Task WithholdAsync(PortalDbContext db, CurrentUser user, Incident incident, DateTimeOffset now, CancellationToken cancellationToken, IncidentLink? newlyLinked = null)
    {
        var addresses = newlyLinked is null ? Addresses(incident) : newlyLinked.Kind == IncidentLinkKind.KnowledgePage ? [newlyLinked.Reference] : [];
        if (!Misled(incident) || addresses.Length == 0) return;

        var pages = await db.KnowledgePages.Where(p => addresses.Contains(p.Url) && p.Standing != PageState.Withdrawn && p.Standing != PageState.Quarantined).ToListAsync(cancellationToken);
        // Whoever verified it after the incident has read it since.
        foreach (var page in pages.Where(p => p.VerifiedBy is null || p.VerifiedOn is not { } on || on <= DateOnly.FromDateTime(incident.StartedAt.UtcDateTime)))
        {
            var reason = $"It misled in {incident.Number}: {incident.Title}";
            if (!page.Quarantine(reason, now).IsSuccess) continue;
            await PageAccess.SettleAsync(db, page.Id, now, cancellationToken);
            db.Record(user.Actor, "page.quarantined", PageAccess.Subject(page.Id), new { hash = page.ContentHash, reason, incident = incident.Id.Value });
        }

        if (pages.Count > 0) db.EvaluationSignals.Add(new EvaluationSignal("knowledge", now));
    }

    public static async Task<IReadOnlyList<LinkedPage>> ReadAsync(PortalDbContext db, Incident incident, DateOnly today, CancellationToken cancellationToken)
    {
        var addresses = Addresses(incident);
        if (addresses.Length == 0) return [];

        var (here, reads) = (db.WorkingOn(today), db.PageReads.WeighingOn(today));
        var rows = await db
            .KnowledgePages.AsNoTracking().Where(p => addresses.Contains(p.Url)).OrderBy(p => p.Title).ThenBy(p => p.Id)
            .Select(p => new { Page = p, Owner = here.Where(o => o.Id == p.Owner).Select(o => o.Name).FirstOrDefault(), Reads = reads.Where(r => r.PageId == p.Id).Sum(r => (long?)r.Count) ?? 0 })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new LinkedPage(r.Page.Id, r.Page.Title, r.Page.Url, r.Page.StateOn(today, r.Owner is not null), r.Page.VerifiedOn, r.Page.ContentHash, r.Page.QuarantinedAt, r.Owner, r.Reads))];
    }

    private static string[] Addresses(Incident incident) => [.. incident.Links.Where(l => l.Kind == IncidentLinkKind.KnowledgePage).Select(l => l.Reference)];
}
