namespace GovernancePortal.Web.Features.Friction.Telling;

/// <summary>Looks every hour whether a period is over and not told yet.</summary>
internal sealed partial class TellFrictionJob(FrictionTeller teller, TimeProvider clock, ILogger<TellFrictionJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await teller.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The next hour tries again; the program itself must not end over it.
                Failed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(2401, LogLevel.Error, "Telling friction reports failed")]
    private partial void Failed(Exception exception);
}

internal static class FrictionSetup
{
    public static IServiceCollection AddFriction(this IServiceCollection services)
    {
        services.AddSingleton<FrictionKeys>();
        services.AddSingleton<FrictionTeller>();
        services.AddHostedService<TellFrictionJob>();
        return services;
    }
}
