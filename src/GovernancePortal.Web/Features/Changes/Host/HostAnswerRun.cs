using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Tells the code host what the gate decided: each answer until it has arrived, and not again.</summary>
internal sealed partial class HostAnswerRun(
    IDbContextFactory<PortalDbContext> contexts, IServiceScopeFactory scopes, JobLeases leases, IOptions<GitHubOptions> options, TimeProvider clock, ILogger<HostAnswerRun> log)
{
    public const string Job = "host-answers";

    private const int AtOnce = 50;

    /// <returns>How many were told.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Sends || !await leases.TryTakeAsync(Job, TimeSpan.FromMinutes(2), cancellationToken)) return 0;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var waiting = await db.HostAnswers
            .Where(a => a.State == HostAnswerState.Waiting && a.DueAt <= now && (a.Kind == HostAnswerKind.CheckRun || a.Verdict != GateVerdict.Pending))
            .OrderBy(a => a.DueAt)
            .ThenBy(a => a.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<GitHubClient>();
        var told = 0;
        foreach (var answer in waiting) told += await TellAsync(db, client, answer, cancellationToken) ? 1 : 0;
        return told;
    }

    private async Task<bool> TellAsync(PortalDbContext db, GitHubClient client, HostAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            await CommitReader.ReadAsync(db, client, answer, clock.GetUtcNow(), cancellationToken);
            long? run = null;
            if (answer.Kind == HostAnswerKind.CheckRun) run = await client.TellCheckAsync(answer, cancellationToken);
            else await client.TellDeploymentAsync(answer, cancellationToken);
            answer.Told(run, clock.GetUtcNow());
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            answer.Failed(exception is HttpRequestException { StatusCode: { } status } ? $"GitHub answered {(int)status}." : "GitHub did not answer.", clock.GetUtcNow());
            NotTold(answer.Id, answer.Fault);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Something else is to be told meanwhile; the next run tells that.
            db.Entry(answer).State = EntityState.Detached;
        }

        return answer.State == HostAnswerState.Told;
    }

    [LoggerMessage(7603, LogLevel.Warning, "Answer {Id} was not told: {Fault}")]
    private partial void NotTold(long id, string fault);
}
