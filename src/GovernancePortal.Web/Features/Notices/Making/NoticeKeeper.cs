using GovernancePortal.Data;
using GovernancePortal.Domain.Common;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Features.Notices.Mailing;
using GovernancePortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices.Making;

/// <summary>
/// Makes the notices once a day, on one replica at a time, and those of incidents, pages and changes as soon as something was decided. Days on which nothing ran are not made up for: everybody is told what is so now.
/// </summary>
internal sealed partial class NoticeKeeper(
    IDbContextFactory<PortalDbContext> contexts, NoticeMaker maker, JobLeases leases, IOptions<MailOptions> options, TimeProvider clock, ILogger<NoticeKeeper> log)
{
    public const string Job = "notices";

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    private long? _heard;

    /// <summary>Does what is due; tells whether a day was made.</summary>
    public Task<bool> RunAsync(CancellationToken cancellationToken) => HoldingAsync(KeepAsync, cancellationToken);

    /// <summary>
    /// Tells of incidents, pages and changes when the ledger has grown since it last did; tells whether it looked. After a restart, and on each replica, it looks
    /// once more than needed, which changes nothing.
    /// </summary>
    public async Task<bool> TellNewsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await db.LedgerEntries.MaxAsync(e => (long?)e.Sequence, cancellationToken) ?? -1;
        // The first run of the day tells everything, mails included at their hour.
        if (newest == _heard || !await db.NoticeRuns.AnyAsync(cancellationToken)) return false;
        if (!await HoldingAsync(TellAsync, cancellationToken)) return false;
        _heard = newest;
        return true;
    }

    private async Task<bool> HoldingAsync(Func<CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return false;
        try
        {
            return await work(cancellationToken);
        }
        finally
        {
            await leases.ReleaseAsync(Job, CancellationToken.None);
        }
    }

    private async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Units.AnyAsync(cancellationToken)) return false;

        var last = await db.NoticeRuns.MaxAsync(r => (DateOnly?)r.Day, cancellationToken);
        if (options.Value.Calendar.DueDay(clock.GetUtcNow(), last) is not { } day) return false;

        await AgainAsync(db, (work, token) => maker.MakeAsync(work, day, NoticeCalendar.BringsDigest(day, last), token), cancellationToken);
        Made(day);
        return true;
    }

    private async Task<bool> TellAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await AgainAsync(db, (work, token) => maker.MakeNewsAsync(work, clock.Today(), token), cancellationToken);
        return true;
    }

    // SQL Server may drop the connection: then all of it is made again.
    private Task AgainAsync(PortalDbContext db, Func<PortalDbContext, CancellationToken, Task> make, CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    await using var work = await contexts.CreateDbContextAsync(token);
                    await make(work, token);
                },
                cancellationToken
            );

    [LoggerMessage(7001, LogLevel.Information, "The notices of {Day} were made")]
    private partial void Made(DateOnly day);
}

/// <summary>Looks every ten minutes whether a day has begun, and every half minute whether something was decided.</summary>
internal sealed partial class MakeNoticesJob(NoticeKeeper keeper, TimeProvider clock, ILogger<MakeNoticesJob> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DayEvery = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        var looked = DateTimeOffset.MinValue;
        do
        {
            try
            {
                if (clock.GetUtcNow() - looked >= DayEvery)
                {
                    await keeper.RunAsync(stoppingToken);
                    looked = clock.GetUtcNow();
                }

                await keeper.TellNewsAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next time tries again; the program itself must not end over it.
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(7002, LogLevel.Error, "Notices were not made; the next time tries again")]
    private partial void Failed(Exception exception);
}
