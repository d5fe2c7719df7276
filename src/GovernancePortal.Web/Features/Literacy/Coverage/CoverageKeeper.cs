using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Features.Literacy.Coverage;

/// <summary>
/// What the passing of days changes in coverage: times of grace end, requirements begin, tools are taken up. Once a day everybody's standing is worked
/// out and the day is kept; in between only people for whom a day has come.
/// </summary>
internal sealed class CoverageKeeper(IDbContextFactory<PortalDbContext> contexts, JobLeases leases, TimeProvider clock)
{
    public const string Job = "literacy-coverage";

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    /// <summary>Does what is due; on one replica at a time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return;
        try
        {
            await KeepAsync(clock.Today(), cancellationToken);
        }
        finally
        {
            await leases.ReleaseAsync(Job, CancellationToken.None);
        }
    }

    private async Task KeepAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.LiteracyRequirements.AnyAsync(cancellationToken)) return;

        var isKept = await db.CoverageDays.AnyAsync(d => d.Day == today, cancellationToken);
        var due = isKept ? await db.PersonCoverages.Where(c => c.ChangesOn <= today).OrderBy(c => c.ChangesOn).ThenBy(c => c.PersonId).Select(c => c.PersonId).Take(CoverageProjection.MostSingly + 1).ToListAsync(cancellationToken) : [];
        if (isKept && due.Count == 0) return;

        await db.Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    await using var work = await contexts.CreateDbContextAsync(token);
                    await using var transaction = await work.Database.BeginTransactionAsync(token);
                    var who = isKept ? CoveragePeople.Only(due) : CoveragePeople.Everybody;
                    var calculated = await CoverageProjection.RefreshAsync(work, who, today, token);
                    if (!isKept) await CoverageSnapshots.WriteAsync(work, calculated, today, token);
                    await transaction.CommitAsync(token);
                },
                cancellationToken
            );
    }
}

/// <summary>Looks every ten minutes whether something is due.</summary>
internal sealed partial class KeepCoverageJob(CoverageKeeper keeper, TimeProvider clock, ILogger<KeepCoverageJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(10), clock);
        do
        {
            try
            {
                await keeper.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next time tries again; the program itself must not end over it.
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(2201, LogLevel.Error, "Working out training coverage failed")]
    private partial void Failed(Exception exception);
}
