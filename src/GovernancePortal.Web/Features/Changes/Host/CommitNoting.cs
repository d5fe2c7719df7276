using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Web.Features.Changes.Gating;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Keeps what is said of a commit, whether or not a change with it as head is known yet.</summary>
internal static class CommitNoting
{
    /// <summary>Notes it, tells the changes that have it as head, and judges them anew.</summary>
    public static async Task NoteAsync(
        PortalDbContext db, string repository, string commit, Action<CommitNote> note, Action<ProposedChange> tell, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await db.CommitNotes.SingleOrDefaultAsync(n => n.Repository == repository && n.Commit == commit, cancellationToken);
        if (row is null) db.CommitNotes.Add(row = new CommitNote(repository, commit));
        note(row);
        foreach (var change in await WithHeadAsync(db, repository, commit, cancellationToken)) tell(change);
        await JudgeAsync(db, repository, commit, now, cancellationToken);
    }

    public static async Task JudgeAsync(PortalDbContext db, string repository, string commit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var change in await WithHeadAsync(db, repository, commit, cancellationToken)) await ChangeTeller.JudgeAsync(db, change, now, cancellationToken);
    }

    private static Task<List<ProposedChange>> WithHeadAsync(PortalDbContext db, string repository, string commit, CancellationToken cancellationToken) =>
        db.ProposedChanges.Where(c => c.Repository == repository && c.Commit == commit).ToListAsync(cancellationToken);
}
