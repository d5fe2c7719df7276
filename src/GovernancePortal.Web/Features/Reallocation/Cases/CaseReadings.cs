using GovernancePortal.Data;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Reallocation;
using GovernancePortal.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Reallocation.Cases;

/// <summary>Writes down who reads a case. Every handler that shows one calls it before it answers; the first time of each reader is in the ledger as well.</summary>
internal static class CaseReadings
{
    public static async Task NoteAsync(PortalDbContext db, CurrentUser user, IReadOnlyCollection<CaseId> cases, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (cases.Count == 0 || user.UserId is not { } reader) return;
        var known = await db.CaseReaders.Where(r => r.UserId == reader && cases.Contains(r.CaseId)).Select(r => r.CaseId).ToListAsync(cancellationToken);
        await AgainAsync(db, reader, known, now, cancellationToken);
        foreach (var id in cases.Except(known))
        {
            db.CaseReaders.Add(new CaseReader(id, reader, now));
            db.Record(user.Actor, "case.read", CaseAccess.Subject(id), new { first = true });
        }

        if (known.Count == cases.Count) return;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            // The same account opened the case twice at the same moment: the other one wrote the first time.
            db.ChangeTracker.Clear();
            await AgainAsync(db, reader, [.. cases.Except(known)], now, cancellationToken);
        }
    }

    private static Task<int> AgainAsync(PortalDbContext db, Guid reader, List<CaseId> cases, DateTimeOffset now, CancellationToken cancellationToken) =>
        cases.Count == 0
            ? Task.FromResult(0)
            : db.CaseReaders.Where(r => r.UserId == reader && cases.Contains(r.CaseId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastAt, now).SetProperty(r => r.Times, r => r.Times + 1), cancellationToken);
}
