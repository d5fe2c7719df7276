using GovernancePortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GovernancePortal.Web.Platform.Startup;

/// <summary>Ready when the database answers and has no migration to come.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<PortalDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.Database.CanConnectAsync(cancellationToken)) return HealthCheckResult.Unhealthy("The database does not answer.");

        var waiting = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        return waiting.Any() ? HealthCheckResult.Unhealthy("The database has an older schema; run the migrate verb.") : HealthCheckResult.Healthy();
    }
}
