using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Asks the code host for what was never delivered: pull requests that are open there, and those that are open here alone.</summary>
internal sealed partial class ReconcileRun(
    IDbContextFactory<PortalDbContext> contexts, IServiceScopeFactory scopes, ChangeTeller teller, JobLeases leases, IOptions<GitHubOptions> options, TimeProvider clock, ILogger<ReconcileRun> log)
{
    public const string Job = "reconcile-changes";

    private const int MostRepositories = 500;
    private const int MostPulls = 1000;

    /// <returns>How many changes it heard something new of.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Sends || !await leases.TryTakeAsync(Job, TimeSpan.FromMinutes(30), cancellationToken)) return 0;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.ProposedChanges.Where(c => c.Queue != QueuePlace.Nowhere && c.Provider == Domain.Usage.UsageTools.GitHub).OrderBy(c => c.Id).Select(c => new OpenPull(c.Repository, c.Number)).Take(MostPulls).ToListAsync(cancellationToken);
        var registered = await db.SystemRepositories.Select(r => r.Repository).Distinct().OrderBy(r => r).Take(MostRepositories).ToListAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<GitHubClient>();
        var heard = 0;
        foreach (var repository in registered.Union(open.Select(o => o.Repository), StringComparer.Ordinal).Take(MostRepositories))
        {
            try
            {
                heard += await ReconcileAsync(db, client, repository, [.. open.Where(o => o.Repository == repository).Select(o => o.Number)], cancellationToken);
            }
            catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // One repository that does not answer does not keep the others waiting.
                NotReached(repository, exception.Message);
            }
        }

        Reconciled(heard);
        return heard;
    }

    private async Task<int> ReconcileAsync(PortalDbContext db, GitHubClient client, string repository, IReadOnlyList<int> openHere, CancellationToken cancellationToken)
    {
        if (await client.InstallationAsync(repository, cancellationToken) is not { } installation) return 0;
        var pulls = await client.OpenPullsAsync(repository, installation, cancellationToken);
        var there = pulls.Select(p => p.Number("number")).ToHashSet();
        var heard = 0;
        foreach (var pull in pulls) heard += await HearAsync(db, repository, pull, installation, cancellationToken) ? 1 : 0;
        foreach (var number in openHere.Where(n => !there.Contains(n)))
        {
            if (await client.PullAsync(repository, number, installation, cancellationToken) is { } pull && await HearAsync(db, repository, pull, installation, cancellationToken)) heard++;
        }

        return heard;
    }

    private async Task<bool> HearAsync(PortalDbContext db, string repository, JsonElement pull, long installation, CancellationToken cancellationToken)
    {
        if (GitHubPayload.Report(pull, repository) is not { } report) return false;
        var commit = ProposedChange.CommitForm(report.Commit);
        var seen = await db.ProposedChanges.Where(c => c.Repository == repository && c.Number == report.Number && c.Commit == commit).Select(c => (DateTimeOffset?)c.SeenAt).SingleOrDefaultAsync(cancellationToken);
        if (seen >= report.SeenAt) return false;

        await EnsureAnswerAsync(db, repository, commit, installation, cancellationToken);
        var root = await db.Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync(cancellationToken);
        await teller.TellAsync(report, keepsTime: true, root, scope: null, cancellationToken);
        return true;
    }

    private async Task EnsureAnswerAsync(PortalDbContext db, string repository, string commit, long installation, CancellationToken cancellationToken)
    {
        if (await db.HostAnswers.AnyAsync(a => a.Repository == repository && a.Commit == commit && a.Kind == HostAnswerKind.CheckRun, cancellationToken)) return;
        db.HostAnswers.Add(new HostAnswer(HostAnswerKind.CheckRun, repository, commit, "", "", installation, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record OpenPull(string Repository, int Number);

    [LoggerMessage(7604, LogLevel.Warning, "{Repository} was not reconciled: {Fault}")]
    private partial void NotReached(string repository, string fault);

    [LoggerMessage(7605, LogLevel.Information, "Reconciled: {Count} changes had something new")]
    private partial void Reconciled(int count);
}
