using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Asks GitHub to deliver once more what it could not deliver, such as while the portal was being updated. GitHub does not try again by itself.</summary>
internal sealed partial class RedeliveryRun(
    IDbContextFactory<PortalDbContext> contexts, IServiceScopeFactory scopes, JobLeases leases, IOptions<GitHubOptions> options, ILogger<RedeliveryRun> log)
{
    public const string Job = "redeliver-webhooks";

    /// <summary>Whatever fails so often is refused for a reason that one more try does not mend.</summary>
    private const int MostAttempts = 5;

    private const int AtOnce = 200;

    /// <returns>How many deliveries were asked for.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Sends || !await leases.TryTakeAsync(Job, TimeSpan.FromMinutes(30), cancellationToken)) return 0;

        await using var scope = scopes.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<GitHubClient>();
        var asked = 0;
        try
        {
            foreach (var delivery in await MissedAsync(client, cancellationToken))
            {
                await client.RedeliverAsync(delivery, cancellationToken);
                asked++;
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            NotReached(exception.Message);
        }

        if (asked > 0) Asked(asked);
        return asked;
    }

    /// <summary>The newest attempt of each delivery that never arrived, the oldest delivery first.</summary>
    private async Task<IReadOnlyList<long>> MissedAsync(GitHubClient client, CancellationToken cancellationToken)
    {
        var tried = (await client.DeliveriesAsync(cancellationToken))
            .Select(d => (Id: d.Number("id"), Guid: d.Text("guid"), At: d.Time("delivered_at"), Status: d.Number("status_code")))
            .Where(d => d is { Id: not null, At: not null, Guid.Length: > 0 and <= WebhookDelivery.IdMaxLength })
            .GroupBy(d => d.Guid, StringComparer.Ordinal)
            .Where(g => g.Count() < MostAttempts && !g.Any(d => d.Status is >= 200 and < 300))
            .ToDictionary(g => g.Key, g => g.MaxBy(d => d.At), StringComparer.Ordinal);
        if (tried.Count == 0) return [];

        // It may have arrived although GitHub did not hear the answer.
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var guids = tried.Keys.ToArray();
        var arrived = await db.WebhookDeliveries.Where(d => guids.Contains(d.DeliveryId)).Select(d => d.DeliveryId).ToListAsync(cancellationToken);
        return [.. tried.Where(t => !arrived.Contains(t.Key, StringComparer.Ordinal)).Select(t => t.Value).OrderBy(d => d.At).Take(AtOnce).Select(d => d.Id!.Value)];
    }

    [LoggerMessage(7607, LogLevel.Information, "{Count} deliveries that never arrived were asked for again")]
    private partial void Asked(int count);

    [LoggerMessage(7608, LogLevel.Warning, "Missed deliveries were not asked for: {Fault}")]
    private partial void NotReached(string fault);
}
