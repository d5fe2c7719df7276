using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Literacy;
using GovernancePortal.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.Gating;

/// <summary>What the roster and the training records say of whoever wants to sign off.</summary>
internal static class ApproverReader
{
    /// <summary>Days over which sign-offs count towards the limit.</summary>
    public const int LoadDays = 7;

    public static async Task<Approver?> ReadAsync(PortalDbContext db, PersonId id, ProposedChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (today, since) = (DateOnly.FromDateTime(now.UtcDateTime), now.AddDays(-LoadDays));
        var person = await db
            .People.Where(p => p.Id == id)
            .Select(p => new
            {
                p.Level,
                IsHere = p.LeftOn == null || p.LeftOn > today,
                Coverage = db.PersonCoverages.Where(c => c.PersonId == p.Id).Select(c => new { c.IsAsked, c.CoveredUntil }).FirstOrDefault(),
                Signed = db.SignOffs.Count(s => s.By == p.Id && s.Kind == SignOffKind.Approval && s.At > since),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null) return null;

        var asked = person.Coverage is { IsAsked: true };
        return new Approver(id, person.Level, person.IsHere, asked, asked && person.Coverage!.CoveredUntil >= today, await MissingAsync(db, id, change, today, cancellationToken), person.Signed);
    }

    /// <summary>Name of a course that a touched system asks of its reviewers and this one does not hold on the day.</summary>
    private static async Task<string?> MissingAsync(PortalDbContext db, PersonId id, ProposedChange change, DateOnly today, CancellationToken cancellationToken)
    {
        var systems = change.Systems.ToList();
        return await db
            .CodeSystems.Where(s => systems.Contains(s.Name) && s.CourseId != null)
            .Join(db.Courses.IgnoreAutoIncludes(), s => s.CourseId, c => c.Id, (s, c) => new { c.Id, c.Name })
            .Where(c => !db.Completions.Any(d =>
                d.CourseId == c.Id && d.PersonId == id && d.Status == CompletionStatus.Confirmed && d.Result != CompletionResult.Failed && d.VoidedAt == null
                && d.CompletedOn <= today && (d.ValidUntil == null || d.ValidUntil >= today)))
            .OrderBy(c => c.Name)
            .Select(c => c.Name)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
