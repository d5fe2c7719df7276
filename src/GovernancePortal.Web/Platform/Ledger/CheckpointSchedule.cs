namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Makes a checkpoint at 00, 06, 12 and 18 UTC when the ledger has grown. Replicas may all try: there is one checkpoint for a size.</summary>
internal sealed partial class CheckpointSchedule(CheckpointMaker maker, TimeProvider clock, ILogger<CheckpointSchedule> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    public static DateTimeOffset Next(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % Interval.Ticks) + Interval.Ticks, TimeSpan.Zero);

    /// <summary>Makes one if there is something to sign. Nothing that goes wrong ends the schedule.</summary>
    internal async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            var made = await maker.MakeAsync("system", cancellationToken);
            if (made.IsSuccess) Made(made.Value.Size);
            else if (made.Error != CheckpointMaker.Empty) Refused(made.Error!.Code);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(exception);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(Next(now) - now, clock, stoppingToken);
            await RunOnceAsync(stoppingToken);
        }
    }

    [LoggerMessage(6001, LogLevel.Information, "The ledger's checkpoint counts {Size} entries")]
    private partial void Made(long size);

    [LoggerMessage(6002, LogLevel.Critical, "No checkpoint was made: {Code}. Verify the ledger")]
    private partial void Refused(string code);

    [LoggerMessage(6003, LogLevel.Error, "No checkpoint was made; the next one is tried as scheduled")]
    private partial void Failed(Exception exception);
}
