
namespace GovernancePortal.Web.Features.Adoption.Evaluation;

/// <summary>Looks every minute whether steps are due: after 02:00 UTC, and after a time when the portal was down.</summary>
internal sealed partial class EvaluateTargetsJob(EvaluationRun run, TimeProvider clock, ILogger<EvaluateTargetsJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await run.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next minute tries again; the program itself must not end over it.
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(2103, LogLevel.Error, "Evaluation of targets failed")]
    private partial void Failed(Exception exception);
}
