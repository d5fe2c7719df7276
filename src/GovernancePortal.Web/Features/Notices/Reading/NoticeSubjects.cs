using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Incidents;
using GovernancePortal.Domain.Knowledge;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Domain.Reallocation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Notices.Reading;

/// <summary>What a notice is about, as it is named and where it is found now.</summary>
/// <param name="Page">Its page in the portal.</param>
internal readonly record struct NoticeSubject(string Name, string Page)
{
    public static async Task<IReadOnlyDictionary<(NoticeKind Kind, Guid Id), NoticeSubject>> OfAsync(PortalDbContext db, IReadOnlyCollection<Notice> notices, CancellationToken cancellationToken)
    {
        var (courses, actions, incidents, pages) = (Ids(k => k.IsOfCourse()), Ids(k => k is NoticeKind.FollowUpGiven or NoticeKind.FollowUpOverdue), Ids(k => k == NoticeKind.AttributionWaits), Ids(k => k is NoticeKind.PageDoubted or NoticeKind.PageQuarantined));
        var found = new Dictionary<Guid, NoticeSubject>();
        if (courses.Length > 0)
        {
            var ids = Array.ConvertAll(courses, c => new CourseId(c));
            foreach (var c in await db.Courses.IgnoreAutoIncludes().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken)) found[c.Id.Value] = new(c.Name, $"courses/{c.Id}");
        }

        if (actions.Length > 0)
        {
            var ids = Array.ConvertAll(actions, a => new IncidentActionId(a));
            var rows = await db.IncidentActions.Where(a => ids.Contains(a.Id)).Join(db.Incidents, a => a.IncidentId, i => i.Id, (a, i) => new { a.Id, a.Title, a.IncidentId, i.Number }).ToListAsync(cancellationToken);
            foreach (var a in rows) found[a.Id.Value] = new($"{a.Number}: {a.Title}", $"incidents/{a.IncidentId}");
        }

        if (incidents.Length > 0)
        {
            var ids = Array.ConvertAll(incidents, i => new IncidentId(i));
            foreach (var i in await db.Incidents.Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Number, i.Title }).ToListAsync(cancellationToken)) found[i.Id.Value] = new($"{i.Number}, {i.Title}", $"incidents/{i.Id}");
        }

        if (pages.Length > 0)
        {
            var ids = Array.ConvertAll(pages, p => new KnowledgePageId(p));
            foreach (var p in await db.KnowledgePages.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Title }).ToListAsync(cancellationToken)) found[p.Id.Value] = new(p.Title, $"knowledge/{p.Id}");
        }

        var changes = Ids(k => k == NoticeKind.PassWaits);
        if (changes.Length > 0)
        {
            var ids = Array.ConvertAll(changes, c => new ChangeId(c));
            foreach (var c in await db.ProposedChanges.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Repository, c.Number, c.Title }).ToListAsync(cancellationToken)) found[c.Id.Value] = new($"{c.Repository} #{c.Number}, {c.Title}", $"changes/{c.Id}");
        }

        var positions = Ids(k => k == NoticeKind.PositionDisplaced);
        if (positions.Length > 0)
        {
            var ids = Array.ConvertAll(positions, c => new CaseId(c));
            foreach (var c in await db.DisplacementCases.Where(c => ids.Contains(c.Id) && c.PublishedAt != null).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken)) found[c.Id.Value] = new(c.Name, "my-position");
        }

        if (Ids(k => k == NoticeKind.ChangesLate).Length > 0) found[Guid.Empty] = new("late changes", "changes?late=yes");
        return notices.Where(n => found.ContainsKey(n.SubjectId)).DistinctBy(n => (n.Kind, n.SubjectId)).ToDictionary(n => (n.Kind, n.SubjectId), n => found[n.SubjectId]);

        Guid[] Ids(Func<NoticeKind, bool> which) => [.. notices.Where(n => which(n.Kind)).Select(n => n.SubjectId).Distinct()];
    }
}
