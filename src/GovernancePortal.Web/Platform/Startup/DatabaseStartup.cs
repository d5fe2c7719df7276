using GovernancePortal.Data;
using GovernancePortal.Data.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GovernancePortal.Web.Platform.Startup;

/// <summary>Brings the database to the schema of this version.</summary>
internal static class DatabaseStartup
{
    /// <summary>Whether the program migrates by itself when it starts: <c>Database:MigrateAtStart</c>, true unless set otherwise.</summary>
    public static bool MigratesAtStart(IConfiguration configuration) => configuration.GetValue("Database:MigrateAtStart", defaultValue: true);

    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var db = await services
            .GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await LedgerTriggers.CreateAsync(db, cancellationToken);
    }
}
