using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Access;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Domain.Common;
using GovernancePortal.Web.Features.Changes.DecideChange;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Features.Changes.Host;
using GovernancePortal.Web.Features.Changes.WatchHost;
using GovernancePortal.Web.Platform.Access;
using GovernancePortal.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static GovernancePortal.Web.Tests.Changes.ChangeOffice;

namespace GovernancePortal.Web.Tests.Changes;

public sealed class HostAnswerTests : IAsyncLifetime
{
    private GitHubFake _github = null!;
    private ChangeOffice _office = null!;

    public async ValueTask InitializeAsync()
    {
        _github = await GitHubFake.StartAsync();
        _office = await ChangeOffice.OpenAsync(new(StringComparer.Ordinal)
        {
            ["GitHub:WebhookSecret"] = "x",
            ["GitHub:AppId"] = GitHubFake.AppId,
            ["GitHub:PrivateKey"] = _github.Pem,
            ["GitHub:ApiAddress"] = _github.Address,
            ["GitHub:PublicAddress"] = "https://portal.larkfield.example",
        });
        await _office.Portal.InDb(db =>
        {
            db.SystemRepositories.Add(new SystemRepository("checkout-api", Repository));
            return db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        await _github.DisposeAsync();
    }

    [Fact]
    public async Task A_check_run_follows_the_change_and_each_step_is_told_once()
    {
        await TakeAsync("pull_request", Pull());
        (await AnswerAsync()).ShouldBe(1);
        (await AnswerAsync()).ShouldBe(0);
        var (id, run) = _github.Runs.Single();
        (run["status"]!.GetValue<string>(), run["head_sha"]!.GetValue<string>(), run["name"]!.GetValue<string>()).ShouldBe(("in_progress", "aaaaaaa1", "AI sign-off"));

        var change = await _office.Portal.InDb(db => db.ProposedChanges.AsNoTracking().SingleAsync());
        run["details_url"]!.GetValue<string>().ShouldBe($"https://portal.larkfield.example/changes/{change.Id}");
        (await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(change.Id, change.Version))).Value.ShouldBe(GateVerdict.Allow);
        (await AnswerAsync()).ShouldBe(1);
        _github.Runs.Single().Key.ShouldBe(id);
        _github.Runs[id]["conclusion"]!.GetValue<string>().ShouldBe("success");
        _github.Tokens.ShouldBe(1);

        await TakeAsync("pull_request", Pull("bbbbbbb2", 5));
        (await AnswerAsync()).ShouldBe(2);
        _github.Runs[id]["conclusion"]!.GetValue<string>().ShouldBe("failure");
        _github.Runs.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_did_not_arrive_is_told_later_and_a_lost_receipt_makes_no_second_run()
    {
        await TakeAsync("pull_request", Pull());
        _github.Failures.Enqueue(503);
        (await AnswerAsync()).ShouldBe(0);
        (await AnswerAsync()).ShouldBe(0, "it waits for its next try");
        (await _office.Portal.InDb(db => db.HostAnswers.AsNoTracking().SingleAsync())).ShouldSatisfyAllConditions(a => a.Tries.ShouldBe(1), a => a.Fault.ShouldBe("GitHub answered 503."), a => a.State.ShouldBe(HostAnswerState.Waiting));

        _github.Runs[500] = JsonNode.Parse("""{ "head_sha": "aaaaaaa1" }""")!;
        _office.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await AnswerAsync()).ShouldBe(1);
        _github.Runs.Keys.ShouldBe([500]);
    }

    [Fact]
    public async Task A_deployment_is_let_go_once_the_head_is_signed_off()
    {
        var callback = $"{_github.Address}repos/{Repository}/actions/runs/31/deployment_protection_rule";
        await TakeAsync("deployment_protection_rule", Rule(callback));
        await TakeAsync("deployment_protection_rule", Rule("https://elsewhere.example/repos/x/actions/runs/31/deployment_protection_rule"));
        await TakeAsync("pull_request", Pull());
        await AnswerAsync();
        Told().ShouldBeEmpty("nobody has decided");

        var change = await _office.Portal.InDb(db => db.ProposedChanges.AsNoTracking().SingleAsync());
        await _office.Portal.SendAs(_office.Reviewer, new ApproveChangeCommand(change.Id, change.Version));
        await AnswerAsync();
        await AnswerAsync();

        var body = Told().Single().Body!;
        (body["state"]!.GetValue<string>(), body["environment_name"]!.GetValue<string>()).ShouldBe(("approved", "production"));
        (await _office.Portal.InDb(db => db.HostAnswers.CountAsync(a => a.Kind == HostAnswerKind.Deployment))).ShouldBe(1);

        IEnumerable<(string Method, string Path, JsonNode? Body)> Told() => _github.Calls.Where(c => c.Path.EndsWith("deployment_protection_rule", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_never_delivered_is_asked_for()
    {
        await TakeAsync("pull_request", Pull("aaaaaaa1", 1, number: 1));
        for (var number = 2; number <= 130; number++) _github.Pulls.Add((JsonObject)Pull($"ccccc{number:d3}", 2, number)["pull_request"]!.DeepClone());
        _github.Pulls.Add((JsonObject)Pull("aaaaaaa1", 9, number: 1, merged: true)["pull_request"]!.DeepClone());
        var run = _office.Portal.Services.GetRequiredService<ReconcileRun>();

        (await run.RunAsync(CancellationToken.None)).ShouldBe(130);
        (await run.RunAsync(CancellationToken.None)).ShouldBe(0);

        var rows = await _office.Portal.InDb(db => db.ProposedChanges.AsNoTracking().ToListAsync());
        rows.Count.ShouldBe(130);
        rows.Single(r => r.Number == 1).State.ShouldBe(ChangeState.Merged);
        rows.Count(r => r.State == ChangeState.Open && r.AuthorId == _office.Author.Id).ShouldBe(129);
    }

    [Fact]
    public async Task A_trailer_in_any_commit_of_the_change_counts_and_each_head_is_read_once()
    {
        _github.Messages[7] = [.. Enumerable.Range(0, 120).Select(i => $"Step {i}"), "Tidy\n\nAssisted-by: a model", "Last step"];
        await TakeAsync("pull_request", Pull(number: 7, label: "no-ai"));
        (await _office.Portal.InDb(db => db.ProposedChanges.AsNoTracking().SingleAsync())).EffectiveInvolvement.ShouldBe(AiInvolvement.None);

        (await AnswerAsync()).ShouldBe(1);
        (await AnswerAsync()).ShouldBe(0);

        (await _office.Portal.InDb(db => db.ProposedChanges.AsNoTracking().SingleAsync())).ShouldSatisfyAllConditions(
            c => c.EffectiveInvolvement.ShouldBe(AiInvolvement.Declared), c => c.InvolvementNote.ShouldBe("Assisted-by: a model"), c => c.InvolvementSource.ShouldBe(InvolvementSource.Trailer));
        _github.Calls.Count(c => c.Path.EndsWith("/pulls/7/commits", StringComparison.Ordinal)).ShouldBe(2, "two pages, once");
    }

    [Fact]
    public async Task A_check_run_is_not_told_before_the_commits_could_be_read()
    {
        await TakeAsync("pull_request", Pull());
        _github.Failures.Enqueue(403);

        (await AnswerAsync()).ShouldBe(0);

        _github.Runs.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deliveries_that_never_arrived_are_asked_for_again_and_no_others()
    {
        await _office.Portal.InDb(db =>
        {
            db.WebhookDeliveries.Add(new WebhookDelivery("arrived", "pull_request", "pull request", _office.Portal.Clock.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        for (var i = 0; i < 150; i++) Deliver(1000 + i, "fine", 200);
        Deliver(1, "missed", 502);
        Deliver(2, "missed", 504, minute: 1);
        Deliver(3, "arrived", 504);
        Deliver(4, "mended", 502);
        Deliver(5, "mended", 200, minute: 1);
        for (var i = 0; i < 5; i++) Deliver(10 + i, "hopeless", 401, minute: i);
        var run = _office.Portal.Services.GetRequiredService<RedeliveryRun>();

        (await run.RunAsync(CancellationToken.None)).ShouldBe(1);

        _github.Redelivered.ShouldBe([2L]);

        void Deliver(long id, string guid, int status, int minute = 0) =>
            _github.Deliveries.Add(new JsonObject { ["id"] = id, ["guid"] = guid, ["delivered_at"] = $"2026-11-22T10:{minute:00}:00Z", ["status_code"] = status, ["event"] = "pull_request" });
    }

    [Fact]
    public async Task A_sweep_brings_lists_in_step_with_what_became_known()
    {
        var change = await _office.SendAsync(Change(author: "stranger", involvement: "Declared"));
        await _office.Portal.InDb(db =>
        {
            db.PersonLogins.Add(new PersonLogin(UsageTools.GitHub, "stranger", _office.Senior.Id));
            return db.SaveChangesAsync();
        });

        (await _office.Portal.Services.GetRequiredService<ChangeSweep>().RunAsync(CancellationToken.None)).ShouldBe(1);

        // A senior's change at limited risk needs no sign-off.
        (await _office.LoadAsync(change)).ShouldSatisfyAllConditions(c => c.Verdict.ShouldBe(GateVerdict.Allow), c => c.Queue.ShouldBe(QueuePlace.Decided));
        (await _office.Portal.Services.GetRequiredService<ChangeSweep>().RunAsync(CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task Officers_see_what_was_refused_and_given_up_and_try_it_again()
    {
        var intake = _office.Portal.Services.GetRequiredService<WebhookIntake>();
        for (var i = 0; i < 3; i++) await intake.RefuseAsync("wrong signature", CancellationToken.None);
        await TakeAsync("pull_request", Pull());
        for (var i = 0; i < HostAnswer.MostTries; i++)
        {
            _github.Failures.Enqueue(403);
            (await AnswerAsync()).ShouldBe(0);
            _office.Portal.Clock.Advance(TimeSpan.FromHours(1));
        }

        var report = (await _office.Portal.SendAs(Role.GovernanceOfficer, new GetHostStateQuery())).Value;
        (report.Receives, report.Sends, report.TakenInWeek, report.Waiting, report.LastToldAt).ShouldBe((true, true, 1, 0, null));
        report.Refused.Select(r => (r.Cause, r.Count)).ShouldBe([("wrong signature", 3)]);
        report.GivenUp.Select(g => (g.Cause, g.Count)).ShouldBe([("GitHub answered 403.", 1)]);

        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.GovernanceOfficer or Role.Administrator)))
        {
            (await _office.Portal.SendAs(role, new GetHostStateQuery())).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
            (await _office.Portal.SendAs(role, new RetryAnswersCommand("GitHub answered 403."))).Error!.Kind.ShouldBe(ErrorKind.Forbidden);
        }

        (await _office.Portal.SendAs(Role.GovernanceOfficer, new GetHostStateQuery(), _office.Portal.Checkout)).Error.ShouldBe(AccessErrors.PartOfOrganisation);
        (await _office.Portal.SendAs(Role.Administrator, new RetryAnswersCommand("something else"))).Value.ShouldBe(0);
        (await _office.Portal.SendAs(Role.Administrator, new RetryAnswersCommand("GitHub answered 403."))).Value.ShouldBe(1);
        (await AnswerAsync()).ShouldBe(1);
        _github.Runs.Count.ShouldBe(1);
    }

    private Task<int> AnswerAsync() => _office.Portal.Services.GetRequiredService<HostAnswerRun>().RunAsync(CancellationToken.None);

    private async Task TakeAsync(string eventName, JsonObject payload)
    {
        using var document = JsonDocument.Parse(payload.ToJsonString());
        await _office.Portal.Services.GetRequiredService<WebhookIntake>().TakeAsync(Guid.NewGuid().ToString(), eventName, document.RootElement, CancellationToken.None);
    }

    private static JsonObject Pull(string commit = "aaaaaaa1", int minute = 1, int number = 7, bool merged = false, string label = "ai-assisted") => new()
    {
        ["pull_request"] = new JsonObject
        {
            ["number"] = number,
            ["state"] = merged ? "closed" : "open",
            ["title"] = "Retry the charge once",
            ["user"] = new JsonObject { ["login"] = "linnet" },
            ["labels"] = new JsonArray(new JsonObject { ["name"] = label }),
            ["head"] = new JsonObject { ["sha"] = commit },
            ["updated_at"] = $"2026-11-20T09:{minute:d2}:00Z",
            ["merged_at"] = merged ? $"2026-11-20T09:{minute:d2}:00Z" : null,
        },
        ["repository"] = new JsonObject { ["full_name"] = Repository },
        ["installation"] = new JsonObject { ["id"] = GitHubFake.Installation },
    };

    private static JsonObject Rule(string callback) => new()
    {
        ["action"] = "requested",
        ["environment"] = "production",
        ["deployment_callback_url"] = callback,
        ["deployment"] = new JsonObject { ["sha"] = "eeeeeee1" },
        ["pull_requests"] = new JsonArray(new JsonObject { ["head"] = new JsonObject { ["sha"] = "aaaaaaa1" } }),
        ["repository"] = new JsonObject { ["full_name"] = Repository },
        ["installation"] = new JsonObject { ["id"] = GitHubFake.Installation },
    };
}
