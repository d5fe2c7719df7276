namespace GovernancePortal.Web.Features.Imports.Engine;

/// <summary>Throws away, every hour, the files that were brought and not imported. They hold personal data and must not wait for the next upload.</summary>
internal sealed partial class UploadSweep(UploadStore uploads, TimeProvider clock, ILogger<UploadSweep> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                uploads.ThrowOldOnesAway();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next hour tries again; the program itself must not end over it.
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(3002, LogLevel.Error, "Old uploads could not be thrown away")]
    private partial void Failed(Exception exception);
}
