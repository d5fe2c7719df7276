using System.Text.Json;
using GovernancePortal.Data;
using GovernancePortal.Data.Providers;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Organisation;
using GovernancePortal.Web.Features.Changes.Gating;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GovernancePortal.Web.Features.Changes.Host;

/// <summary>Takes in signed deliveries of GitHub, each once, in whatever order they come.</summary>
internal sealed partial class WebhookIntake(
    IDbContextFactory<PortalDbContext> contexts, ChangeTeller teller, IOptions<GitHubOptions> options, TimeProvider clock, ILogger<WebhookIntake> log)
{
    public const string Repeated = "repeated";

    /// <summary>Counts a delivery that was refused, by the hour and the reason.</summary>
    public async Task RefuseAsync(string reason, CancellationToken cancellationToken)
    {
        Refused(reason);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        if (await CountAsync(db, hour, reason, now, cancellationToken) > 0) return;

        db.WebhookRefusals.Add(new WebhookRefusal(hour, reason, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (DatabaseErrors.IsUniqueViolation(exception))
        {
            await CountAsync(db, hour, reason, now, cancellationToken);
        }
    }

    /// <param name="delivery">Id of the delivery; one that is known has no further effect.</param>
    /// <returns>What came of it, in a few words.</returns>
    public Task<string> TakeAsync(string delivery, string eventName, JsonElement payload, CancellationToken cancellationToken) =>
        teller.TryAsync(
            async (db, token) =>
            {
                if (await db.WebhookDeliveries.AnyAsync(d => d.DeliveryId == delivery, token)) return Repeated;
                var outcome = await ApplyAsync(db, eventName, payload, token);
                db.WebhookDeliveries.Add(new WebhookDelivery(delivery, eventName, outcome, clock.GetUtcNow()));
                await db.SaveChangesAsync(token);
                Taken(eventName, outcome);
                return outcome;
            },
            cancellationToken);

    private async Task<string> ApplyAsync(PortalDbContext db, string eventName, JsonElement payload, CancellationToken cancellationToken)
    {
        var repository = ProposedChange.RepositoryForm(payload.Text("repository", "full_name"));
        if (repository.Length is 0 or > ProposedChange.RepositoryMaxLength) return "ignored: no repository";
        return eventName switch
        {
            "pull_request" => await PullAsync(db, repository, payload, cancellationToken),
            "pull_request_review" => await ReviewAsync(db, repository, payload, cancellationToken),
            "check_suite" => await SuiteAsync(db, repository, payload, cancellationToken),
            "check_run" => await RunAsync(db, repository, payload, cancellationToken),
            "deployment" => await DeploymentAsync(db, repository, payload, cancellationToken),
            "deployment_protection_rule" => await RuleAsync(db, repository, payload, cancellationToken),
            _ => "noted",
        };
    }

    private async Task<string> PullAsync(PortalDbContext db, string repository, JsonElement payload, CancellationToken cancellationToken)
    {
        if (payload.At("pull_request") is not { } pull || GitHubPayload.Report(pull, repository) is not { } report) return "ignored: no pull request";
        await AskAsync(db, repository, ProposedChange.CommitForm(report.Commit), payload, cancellationToken);
        // The new answer has to be found by the judgement below.
        await db.SaveChangesAsync(cancellationToken);
        await teller.HearAsync(db, report, keepsTime: true, await RootAsync(db, cancellationToken), cancellationToken);
        return "pull request";
    }

    private static async Task<string> ReviewAsync(PortalDbContext db, string repository, JsonElement payload, CancellationToken cancellationToken)
    {
        if (payload.At("review") is not { } review || review.Number("id") is not { } id || payload.Number("pull_request", "number") is not (> 0 and <= int.MaxValue and var number)) return "ignored: no review";
        var row = await db.HostReviews.SingleOrDefaultAsync(r => r.ReviewId == id, cancellationToken);
        if (row is null) db.HostReviews.Add(row = new HostReview(id, repository, (int)number, Cut(review.Text("commit_id"), ProposedChange.CommitMaxLength), Cut(review.Text("user", "login"), ProposedChange.AuthorMaxLength)));
        var state = payload.Text("action").Equals(HostReview.Dismissed, StringComparison.Ordinal) ? HostReview.Dismissed : review.Text("state").ToLowerInvariant();
        row.Hear(state, review.Time("submitted_at") ?? DateTimeOffset.MinValue);
        return "review";
    }

    private async Task<string> SuiteAsync(PortalDbContext db, string repository, JsonElement payload, CancellationToken cancellationToken)
    {
        var commit = ProposedChange.CommitForm(payload.Text("check_suite", "head_sha"));
        if (!GitHubPayload.IsCommit(commit)) return "ignored: no commit";

        var trailer = AiTrailers.Read(payload.Text("check_suite", "head_commit", "message"));
        if (trailer.Involvement != AiInvolvement.NotDeclared) await NoteAsync(db, repository, commit, n => n.Hear(trailer.Involvement, trailer.Line), c => c.HearCommit(trailer.Involvement, trailer.Line), cancellationToken);
        if (payload.Text("action").Equals("rerequested", StringComparison.Ordinal)) await RepeatAsync(db, repository, commit, cancellationToken);
        return "check suite";
    }

    private async Task<string> RunAsync(PortalDbContext db, string repository, JsonElement payload, CancellationToken cancellationToken)
    {
        var commit = ProposedChange.CommitForm(payload.Text("check_run", "head_sha"));
        if (!payload.Text("action").Equals("rerequested", StringComparison.Ordinal) || !payload.Text("check_run", "name").Equals(options.Value.CheckName, StringComparison.Ordinal)) return "noted";
        await RepeatAsync(db, repository, commit, cancellationToken);
        return "check run";
    }

    private async Task<string> DeploymentAsync(PortalDbContext db, string repository, JsonElement payload, CancellationToken cancellationToken)
    {
        var commit = ProposedChange.CommitForm(payload.Text("deployment", "sha"));
        if (!GitHubPayload.IsCommit(commit) || payload.Time("deployment", "created_at") is not { } at || !options.Value.IsProduction(payload.Text("deployment", "environment"))) return "noted";
        await NoteAsync(db, repository, commit, n => n.Deploy(at), c => c.Release(at), cancellationToken);
        return "deployment";
    }

    private async Task<string> RuleAsync(PortalDbContext db, string repository, JsonElement payload, CancellationToken cancellationToken)
    {
        // A deployment of a pull request has a merge commit of its own; what was signed off is the head.
        var heads = payload.Items("pull_requests").Select(p => p.Text("head", "sha")).Where(GitHubPayload.IsCommit).Distinct(StringComparer.Ordinal).ToList();
        var commit = ProposedChange.CommitForm(heads.Count == 1 ? heads[0] : payload.Text("deployment", "sha"));
        var target = payload.Text("deployment_callback_url");
        if (!GitHubPayload.IsCommit(commit) || !IsAtHost(target)) return "ignored: no commit or address";

        var installation = payload.Number("installation", "id") ?? 0;
        if (await db.HostAnswers.AnyAsync(a => a.Repository == repository && a.Commit == commit && a.Kind == HostAnswerKind.Deployment && a.Target == target, cancellationToken)) return "deployment rule";
        db.HostAnswers.Add(new HostAnswer(HostAnswerKind.Deployment, repository, commit, target, Cut(payload.Text("environment"), HostAnswer.EnvironmentMaxLength), installation, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await CommitNoting.JudgeAsync(db, repository, commit, clock.GetUtcNow(), cancellationToken);
        return "deployment rule";
    }

    /// <summary>Sees to it that the host gets a check run for a commit.</summary>
    private async Task AskAsync(PortalDbContext db, string repository, string commit, JsonElement payload, CancellationToken cancellationToken)
    {
        if (!options.Value.Sends || payload.Number("installation", "id") is not { } installation) return;
        if (await db.HostAnswers.AnyAsync(a => a.Repository == repository && a.Commit == commit && a.Kind == HostAnswerKind.CheckRun, cancellationToken)) return;
        db.HostAnswers.Add(new HostAnswer(HostAnswerKind.CheckRun, repository, commit, "", "", installation, clock.GetUtcNow()));
    }

    private async Task RepeatAsync(PortalDbContext db, string repository, string commit, CancellationToken cancellationToken)
    {
        foreach (var answer in await db.HostAnswers.Where(a => a.Repository == repository && a.Commit == commit && a.Kind == HostAnswerKind.CheckRun).ToListAsync(cancellationToken)) answer.Repeat(clock.GetUtcNow());
    }

    private Task NoteAsync(PortalDbContext db, string repository, string commit, Action<CommitNote> note, Action<ProposedChange> tell, CancellationToken cancellationToken) =>
        CommitNoting.NoteAsync(db, repository, commit, note, tell, clock.GetUtcNow(), cancellationToken);

    private static Task<UnitId> RootAsync(PortalDbContext db, CancellationToken cancellationToken) => db.Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync(cancellationToken);

    /// <summary>A deployment is answered at the configured host alone, whatever a payload names.</summary>
    private bool IsAtHost(string target) =>
        target.Length <= HostAnswer.TargetMaxLength && Uri.TryCreate(target, UriKind.Absolute, out var uri) && new Uri(options.Value.ApiAddress).IsBaseOf(uri);

    private static Task<int> CountAsync(PortalDbContext db, DateTimeOffset hour, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.WebhookRefusals.Where(r => r.Hour == hour && r.Reason == reason).ExecuteUpdateAsync(set => set.SetProperty(r => r.Count, r => r.Count + 1).SetProperty(r => r.LastAt, now), cancellationToken);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    [LoggerMessage(7601, LogLevel.Warning, "Webhook refused: {Reason}")]
    private partial void Refused(string reason);

    [LoggerMessage(7602, LogLevel.Information, "Webhook {Event} taken in: {Outcome}")]
    private partial void Taken(string @event, string outcome);
}
