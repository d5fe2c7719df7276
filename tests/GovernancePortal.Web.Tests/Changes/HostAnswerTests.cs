using System.Text.Json;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Web.Features.Changes.DecideChange;
using GovernancePortal.Web.Features.Changes.Gating;
using GovernancePortal.Web.Features.Changes.Host;
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

    private Task<int> AnswerAsync() => _office.Portal.Services.GetRequiredService<HostAnswerRun>().RunAsync(CancellationToken.None);

    private async Task TakeAsync(string eventName, JsonObject payload)
    {
        using var document = JsonDocument.Parse(payload.ToJsonString());
        await _office.Portal.Services.GetRequiredService<WebhookIntake>().TakeAsync(Guid.NewGuid().ToString(), eventName, document.RootElement, CancellationToken.None);
    }

    private static JsonObject Pull(string commit = "aaaaaaa1", int minute = 1, int number = 7, bool merged = false) => new()
    {
        ["pull_request"] = new JsonObject
        {
            ["number"] = number,
            ["state"] = merged ? "closed" : "open",
            ["title"] = "Retry the charge once",
            ["user"] = new JsonObject { ["login"] = "linnet" },
            ["labels"] = new JsonArray(new JsonObject { ["name"] = "ai-assisted" }),
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
