using GovernancePortal.Data;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Domain.Tools;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.Gating;

/// <summary>Takes in what builds and code hosts say about changes. The same report twice, or an older one later, changes nothing.</summary>
internal sealed class ChangeTeller(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    private const int Attempts = 6;

    /// <param name="keepsTime">See <see cref="HearAsync"/>.</param>
    /// <param name="elsewhere">See <see cref="ChangePlacer.PlaceAsync"/>.</param>
    /// <param name="scope">Whom the sender covers; null for all.</param>
    public Task<Result<OpenedChange>> TellAsync(ChangeReport report, bool keepsTime, UnitId elsewhere, UnitScope? scope, CancellationToken cancellationToken) =>
        TryAsync((db, token) => TellAsync(db, report, keepsTime, elsewhere, scope, token), cancellationToken);

    /// <summary>Does something in a transaction of its own and again when somebody else was faster; the second look finds what they wrote.</summary>
    public async Task<T> TryAsync<T>(Func<PortalDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            try
            {
                return await work(db, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && (exception is DbUpdateConcurrencyException || DatabaseErrors.IsUniqueViolation(exception)))
            {
                // Another replica or request told of the same change.
            }
        }
    }

    private async Task<Result<OpenedChange>> TellAsync(PortalDbContext db, ChangeReport report, bool keepsTime, UnitId elsewhere, UnitScope? scope, CancellationToken cancellationToken)
    {
        var opened = await HearAsync(db, report, keepsTime, elsewhere, cancellationToken);
        if (scope is not null && !scope.Covers(opened.Unit.Left)) return AccessErrors.OutOfScope;

        if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync(cancellationToken);
        return opened;
    }

    /// <summary>Notes a report in the context; the caller saves.</summary>
    /// <param name="keepsTime">The sender says when it was so; else a repeated report of the current commit counts as now, and one of an earlier commit changes nothing.</param>
    public async Task<OpenedChange> HearAsync(PortalDbContext db, ChangeReport said, bool keepsTime, UnitId elsewhere, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (repository, number, commit) = (ProposedChange.RepositoryForm(said.Repository), said.Number, ProposedChange.CommitForm(said.Commit));
        var key = ProposedChange.KeyOf(repository, number);
        var row = await db.ProposedChanges.SingleOrDefaultAsync(c => c.Repository == repository && c.Number == number && c.Commit == commit, cancellationToken);
        var head = row is { IsCurrent: true } ? row : await db.ProposedChanges.SingleOrDefaultAsync(c => c.CurrentKey == key, cancellationToken);

        var isNews = row is null || (keepsTime ? row.Hear(said) : row.IsCurrent && HearAgain(row, said));
        if (row is null)
        {
            row = new ProposedChange(ChangeId.New(), said, now);
            db.ProposedChanges.Add(row);
            await HearNoteAsync(db, row, cancellationToken);
        }

        if (isNews || ChangePlacer.HasGaps(row)) await ChangePlacer.PlaceAsync(db, row, elsewhere, now.UtcDay(), cancellationToken);
        if (head is not null && head != row) ProposedChange.SettleCurrent([row, head]);
        if (head is not null && head != row) await JudgeAsync(db, head, now, cancellationToken);
        return await JudgeAsync(db, row, now, cancellationToken);
    }

    private static bool HearAgain(ProposedChange row, ChangeReport said)
    {
        var complete = row.Complete(said);
        return row.Differs(complete) && row.Hear(complete);
    }

    /// <summary>Judges a change that is tracked.</summary>
    public static async Task<OpenedChange> JudgeAsync(PortalDbContext db, ProposedChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = change.Id;
        var unitId = change.UnitId;
        var unit = await db.Units.Where(u => u.Id == unitId).Select(u => new UnitRange(u.Left, u.Right)).SingleAsync(cancellationToken);
        var given = db.Entry(change).State == EntityState.Added ? [] : await db.SignOffs.AsNoTracking().Where(s => s.ChangeId == id).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        var terms = await ChangeDesk.TermsAsync(db, unit.Left, change.Tier, cancellationToken);
        await ChangeDesk.JudgeAsync(db, change, terms, given, now, cancellationToken);
        return new OpenedChange(change, unit, terms, given);
    }

    private static async Task HearNoteAsync(PortalDbContext db, ProposedChange change, CancellationToken cancellationToken)
    {
        var (repository, commit) = (change.Repository, change.Commit);
        var note = db.CommitNotes.Local.FirstOrDefault(n => n.Repository == repository && n.Commit == commit)
            ?? await db.CommitNotes.SingleOrDefaultAsync(n => n.Repository == repository && n.Commit == commit, cancellationToken);
        if (note is null) return;
        change.HearCommit(note.Involvement, note.Line);
        change.Release(note.DeployedAt);
    }
}
