using GovernancePortal.Data;
using GovernancePortal.Data.Jobs;
using GovernancePortal.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Jobs;

/// <summary>Lets a job run on one replica at a time: whoever holds the lease runs, and a replica that died loses it when its time is up.</summary>
internal sealed class JobLeases(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    private readonly string _owner = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    /// <summary>Takes the lease, or prolongs it when this replica already holds it.</summary>
    public async Task<bool> TryTakeAsync(string job, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var until = now + length;
        var taken = await db
            .JobLeases.Where(l => l.Name == job && (l.Until <= now || l.Owner == _owner))
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Owner, _owner).SetProperty(l => l.Until, until), cancellationToken);
        if (taken > 0) return true;
        if (await db.JobLeases.AnyAsync(l => l.Name == job, cancellationToken)) return false;

        db.JobLeases.Add(new JobLease(job, _owner, until));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            return false;
        }
    }

    public async Task ReleaseAsync(string job, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.JobLeases.Where(l => l.Name == job && l.Owner == _owner).ExecuteDeleteAsync(cancellationToken);
    }
}
