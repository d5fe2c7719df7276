using GovernancePortal.Web.Features.Changes.Gating;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Every few seconds tells what is waiting to be told, every five minutes judges open changes anew, and every hour asks the code host for what never came.</summary>
internal sealed partial class ChangesJob(HostAnswerRun answers, ChangeSweep sweep, ReconcileRun reconcile, RedeliveryRun redelivery, TimeProvider clock, ILogger<ChangesJob> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        var (swept, reconciled) = (DateTimeOffset.MinValue, clock.GetUtcNow());
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = clock.GetUtcNow();
            await TryAsync(() => answers.RunAsync(stoppingToken));
            if (now - swept >= SweepEvery && await TryAsync(() => sweep.RunAsync(stoppingToken))) swept = now;
            if (now - reconciled < ReconcileEvery) continue;
            await TryAsync(() => redelivery.RunAsync(stoppingToken));
            if (await TryAsync(() => reconcile.RunAsync(stoppingToken))) reconciled = now;
        }
    }

    private async Task<bool> TryAsync(Func<Task<int>> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The next tick tries again; the program itself must not end over it.
            Failed(exception);
            return false;
        }
    }

    [LoggerMessage(7606, LogLevel.Error, "A job of changes failed")]
    private partial void Failed(Exception exception);
}
