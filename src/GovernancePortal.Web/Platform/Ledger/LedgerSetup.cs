namespace GovernancePortal.Web.Platform.Ledger;

/// <summary>Registers the ledger's signing, archive and verification.</summary>
internal static class LedgerSetup
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddOptions<LedgerOptions>().BindConfiguration(LedgerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LedgerFolder>();
        services.AddSingleton<CheckpointSigner>();
        services.AddSingleton<CheckpointArchive>();
        services.AddSingleton<CheckpointMaker>();
        services.AddSingleton<LedgerVerifier>();
        services.AddHostedService<CheckpointSchedule>();
        return services;
    }
}
