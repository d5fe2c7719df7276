using GovernancePortal.Data;
using GovernancePortal.Data.Knowledge;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Notices.Making;

/// <param name="Subject">Id of the follow-up, the incident, the page or the change.</param>
/// <param name="On">The day it turns on; another day is another occasion.</param>
internal readonly record struct DueNotice(PersonId Recipient, NoticeKind Kind, Guid Subject, DateOnly On);

/// <summary>What incidents, knowledge pages and changes ask of somebody today. It follows from how things stand: what is no longer so is settled by the next run.</summary>
internal static class EvidenceNotices
{
    public static async Task<IReadOnlyList<DueNotice>> DueAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken) =>
        [.. await FollowUpsAsync(db, day, cancellationToken), .. await AttributionsAsync(db, day, cancellationToken), .. await PagesAsync(db, day, cancellationToken), .. await LateChangesAsync(db, day, cancellationToken), .. await PassesAsync(db, day, cancellationToken), .. await CaseNotices.DueAsync(db, day, cancellationToken)];

    // An overdue one takes the place of the one that said it was given.
    private static async Task<IEnumerable<DueNotice>> FollowUpsAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var here = db.WorkingOn(day);
        var open = await db
            .IncidentActions.Where(a => a.State == IncidentActionState.Open && here.Any(p => p.Id == a.Owner))
            .Select(a => new { a.Id, a.Owner, a.DueOn, a.PlacedAt })
            .ToListAsync(cancellationToken);
        return open.Select(a => a.DueOn < day ? new DueNotice(a.Owner, NoticeKind.FollowUpOverdue, a.Id.Value, a.DueOn) : new DueNotice(a.Owner, NoticeKind.FollowUpGiven, a.Id.Value, a.PlacedAt.UtcDay()));
    }

    // Whoever may decide, but not whoever proposed it.
    private static async Task<IEnumerable<DueNotice>> AttributionsAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var waiting = await db
            .IncidentAttributions.Where(a => a.InForceFrom == null && a.RefusalReason == null)
            .Join(db.Incidents, a => a.IncidentId, i => i.Id, (a, i) => new { a.IncidentId, a.ProposedBy, a.ProposedAt, i.UnitId })
            .Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a.IncidentId, a.ProposedBy, a.ProposedAt, u.Left })
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0) return [];

        var people = await PeopleAsync(db, Policies.AgreeToAttributions, day, cancellationToken);
        return waiting.SelectMany(w => people.Where(p => p.Person != w.ProposedBy && p.Scope.Covers(w.Left)).Select(p => p.Person!.Value).Distinct().Select(p => new DueNotice(p, NoticeKind.AttributionWaits, w.IncidentId.Value, w.ProposedAt.UtcDay())));
    }

    // Its owner; where nobody who works here owns it, those who keep pages of the unit.
    private static async Task<IEnumerable<DueNotice>> PagesAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var here = db.WorkingOn(day);
        // By the ids of the few that are meant: this runs whenever something was decided, and there may be 100,000 pages.
        var meant = db.KnowledgePages.Where(p => p.Standing == PageState.Quarantined).Select(p => p.Id).Union(db.WrongAnswers.Where(w => w.SettledAt == null).Select(w => w.PageId));
        var rows = await db
            .KnowledgePages.Where(p => meant.Contains(p.Id) && p.Standing != PageState.Withdrawn)
            .Select(p => new
            {
                p.Id,
                p.QuarantinedAt,
                Owner = here.Where(o => o.Id == p.Owner).Select(o => (PersonId?)o.Id).FirstOrDefault(),
                Left = db.Units.Where(u => u.Id == p.UnitId).Select(u => (int?)u.Left).FirstOrDefault(),
                Doubted = db.WrongAnswers.Where(w => w.PageId == p.Id && w.SettledAt == null).Min(w => (DateTimeOffset?)w.ReportedAt),
            })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0) return [];

        var stewards = rows.Exists(r => r.Owner is null) ? await PeopleAsync(db, Policies.ManagePages, day, cancellationToken) : [];
        return rows.SelectMany(r =>
        {
            var (kind, at) = r.QuarantinedAt is { } held ? (NoticeKind.PageQuarantined, held) : (NoticeKind.PageDoubted, r.Doubted!.Value);
            var keepers = r.Owner is { } owner ? [owner] : stewards.Where(s => r.Left is { } left ? s.Scope.Covers(left) : s.Scope.IsWholeOrganisation).Select(s => s.Person!.Value).Distinct();
            return keepers.Select(k => new DueNotice(k, kind, r.Id.Value, at.UtcDay()));
        });
    }

    // One notice for all of them: whoever keeps up is not told, and whoever does not is told where to look, not a hundred times.
    private static async Task<IEnumerable<DueNotice>> LateChangesAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var morning = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var late = await db
            .ProposedChanges.Where(c => c.Queue == QueuePlace.Waiting && c.DueAt < morning)
            .GroupBy(c => new { c.UnitId, c.AuthorId })
            .Select(g => new { g.Key.UnitId, g.Key.AuthorId, Due = g.Min(c => c.DueAt) })
            .Join(db.Units, c => c.UnitId, u => u.Id, (c, u) => new { c.AuthorId, c.Due, u.Left })
            .ToListAsync(cancellationToken);
        if (late.Count == 0) return [];

        var reviewers = await PeopleAsync(db, Policies.SignOffChanges, day, cancellationToken);
        return
            from reviewer in reviewers.GroupBy(r => r.Person!.Value)
            let due = late.Where(c => c.AuthorId != reviewer.Key && reviewer.Any(r => r.Scope.Covers(c.Left))).Select(c => (DateTimeOffset?)c.Due).Min()
            where due is not null
            select new DueNotice(reviewer.Key, NoticeKind.ChangesLate, Guid.Empty, due.Value.UtcDay());
    }

    // Whoever may review it, but neither who wrote it nor who let it through.
    private static async Task<IEnumerable<DueNotice>> PassesAsync(PortalDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var passes = await db
            .ProposedChanges.Where(c => c.PassedAt != null)
            .Join(db.Units, c => c.UnitId, u => u.Id, (c, u) => new
            {
                c.Id,
                c.AuthorId,
                c.AgentOwner,
                At = c.PassedAt!.Value,
                u.Left,
                By = db.SignOffs.Where(s => s.ChangeId == c.Id && s.Kind == SignOffKind.EmergencyPass).Select(s => s.By).ToList(),
            })
            .ToListAsync(cancellationToken);
        if (passes.Count == 0) return [];

        var people = await PeopleAsync(db, Policies.ReviewPasses, day, cancellationToken);
        return passes.SelectMany(c => people
            .Where(p => p.Scope.Covers(c.Left)).Select(p => p.Person!.Value).Distinct()
            .Where(p => p != c.AuthorId && p != c.AgentOwner && !c.By.Contains(p))
            .Select(p => new DueNotice(p, NoticeKind.PassWaits, c.Id.Value, c.At.UtcDay())));
    }

    private static async Task<IReadOnlyList<Holder>> PeopleAsync(PortalDbContext db, string policy, DateOnly day, CancellationToken cancellationToken)
    {
        var holders = (await Holder.OfAsync(db, policy, cancellationToken)).Where(h => h.Person is not null).ToArray();
        var ids = holders.Select(h => h.Person!.Value).ToArray();
        var here = (await db.WorkingOn(day).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken)).ToHashSet();
        return [.. holders.Where(h => here.Contains(h.Person!.Value))];
    }
}
