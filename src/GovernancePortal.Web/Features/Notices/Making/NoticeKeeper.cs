using GovernancePortal.Data;
using GovernancePortal.Domain.Notices;
using GovernancePortal.Web.Features.Notices.Mailing;
using GovernancePortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Notices.Making;

/// <summary>Makes the notices once a day, on one replica at a time. Days on which nothing ran are not made up for: everybody is told what is so now.</summary>
internal sealed partial class NoticeKeeper(
    IDbContextFactory<PortalDbContext> contexts, NoticeMaker maker, JobLeases leases, IOptions<MailOptions> options, TimeProvider clock, ILogger<NoticeKeeper> log)
{
    public const string Job = "notices";

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    /// <summary>Does what is due; tells whether a day was made.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, LeaseLength, cancellationToken)) return false;
        try
        {
            return await KeepAsync(cancellationToken);
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

        // SQL Server may drop the connection: then all of it is made again.
        await db.Database.CreateExecutionStrategy()
            .ExecuteAsync(
                async token =>
                {
                    await using var work = await contexts.CreateDbContextAsync(token);
                    await maker.MakeAsync(work, day, NoticeCalendar.BringsDigest(day, last), token);
                },
                cancellationToken
            );
        Made(day);
        return true;
    }

    [LoggerMessage(7001, LogLevel.Information, "The notices of {Day} were made")]
    private partial void Made(DateOnly day);
}

/// <summary>Looks every ten minutes whether a day has begun.</summary>
internal sealed partial class MakeNoticesJob(NoticeKeeper keeper, TimeProvider clock, ILogger<MakeNoticesJob> log) : BackgroundService
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

    [LoggerMessage(7002, LogLevel.Error, "Notices were not made; the next time tries again")]
    private partial void Failed(Exception exception);
}
