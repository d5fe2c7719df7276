using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Changes.Gating;

/// <summary>
/// Judges open changes anew: a login was mapped, a system registered, a rule changed. What the gate answers is always worked out when it is asked; this keeps what lists and
/// code hosts are told in step with it.
/// </summary>
internal sealed class ChangeSweep(IDbContextFactory<PortalDbContext> contexts, JobLeases leases, TimeProvider clock)
{
    public const string Job = "judge-changes";

    private const int AtOnce = 200;

    /// <returns>How many changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, TimeSpan.FromMinutes(10), cancellationToken)) return 0;

        List<ChangeId> open;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            open = await db.ProposedChanges.Where(c => c.Queue != QueuePlace.Nowhere).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);

        var changed = 0;
        foreach (var ids in open.Chunk(AtOnce))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var batch = await db.ProposedChanges.Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
            foreach (var change in batch)
            {
                await ChangePlacer.PlaceAsync(db, change, change.UnitId, clock.Today(), cancellationToken);
                await ChangeTeller.JudgeAsync(db, change, clock.GetUtcNow(), cancellationToken);
            }

            changed += db.ChangeTracker.Entries<ProposedChange>().Count(e => e.State == EntityState.Modified);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody decided on one of them meanwhile; the next sweep looks at these again.
            }
        }

        return changed;
    }
}
