using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GovernancePortal.Domain.Changes;
using GovernancePortal.Web.Features.Changes.GetChange;
using GovernancePortal.Web.Features.Changes.Host;
using GovernancePortal.Domain.Access;
using GovernancePortal.Web.Tests.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static GovernancePortal.Web.Tests.Changes.ChangeOffice;

namespace GovernancePortal.Web.Tests.Changes;

public sealed class WebhookTests : IAsyncLifetime
{
    private const string Secret = "it is a secret to everybody";

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal) { ["GitHub:WebhookSecret"] = Secret, ["GitHub:WebhookSecretBefore"] = "the one before" };

    private ChangeOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await ChangeOffice.OpenAsync(Settings);

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_signature_of_githubs_own_example_is_right()
    {
        // From "Validating webhook deliveries": secret, payload and signature.
        WebhookSignature.IsRight("Hello, World!"u8, "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", "It's a Secret to Everybody").ShouldBeTrue();
        WebhookSignature.IsRight("Hello, World?"u8, "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", "It's a Secret to Everybody").ShouldBeFalse();
        (await SendAsync("pull_request", Pull(), secret: "the one before")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Unsigned_and_wrongly_signed_deliveries_are_refused_and_counted()
    {
        (await SendAsync("pull_request", Pull(), signature: "")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync("pull_request", Pull(), secret: "guessed")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync("pull_request", Pull(), signature: "sha256=zz")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await SendAsync("pull_request", Pull(), signature: "sha1=" + new string('0', 64))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await _office.Portal.InDb(db => db.ProposedChanges.CountAsync())).ShouldBe(0);
        var counted = await _office.Portal.InDb(db => db.WebhookRefusals.OrderBy(r => r.Reason).Select(r => $"{r.Reason}: {r.Count}").ToListAsync());
        counted.ShouldBe(["not signed: 1", "wrong signature: 3"]);
    }

    [Fact]
    public async Task Signed_nonsense_is_refused_and_what_is_unknown_is_noted()
    {
        (await SendRawAsync("pull_request", "[1]"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendRawAsync("pull_request", "{"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendRawAsync("pull_request", """{"repository":7,"pull_request":[]}"""u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendRawAsync("pull_request", """{"repository":{"full_name":"a/b"},"pull_request":{"number":-1,"title":"\ud800"}}"""u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendRawAsync("ping", """{"zen":"x","repository":{"full_name":"a/b"}}"""u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendRawAsync("pull_request", new byte[WebhookApi.MaxBytes + 1])).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await _office.Portal.InDb(db => db.ProposedChanges.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_pull_request_becomes_a_change_whose_author_is_found_by_login()
    {
        await _office.Portal.InDb(db =>
        {
            db.SystemRepositories.Add(new SystemRepository("checkout-api", Repository));
            return db.SaveChangesAsync();
        });

        (await SendAsync("pull_request", Pull(label: "AI-assisted"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var change = await SingleAsync();
        (change.AuthorId, change.Involvement, change.InvolvementSource, change.Systems[0]).ShouldBe((_office.Author.Id, AiInvolvement.Declared, InvolvementSource.Label, "checkout-api"));
        var page = (await _office.Portal.SendAs(Role.Auditor, new GetChangeQuery(change.Id))).Value;
        page.Gate.Reasons.Single().Code.ShouldBe("gate.waiting");
    }

    [Fact]
    public async Task The_same_delivery_has_one_effect_however_often_and_at_once_it_comes()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SendAsync("pull_request", Pull(), delivery: "one"))));

        all.ShouldAllBe(r => r.IsSuccessStatusCode);
        (await _office.Portal.InDb(db => db.WebhookDeliveries.CountAsync())).ShouldBe(1);
        // The id decides, not the content: a second message under the same id is none.
        await SendAsync("pull_request", Pull(commit: "bbbbbbb2", minute: 9), delivery: "one");
        (await SingleAsync()).Commit.ShouldBe("aaaaaaa1");
    }

    [Fact]
    public async Task What_a_commit_says_counts_whether_it_is_told_before_or_after_the_change()
    {
        await SendAsync("check_suite", Suite("aaaaaaa1", "Retry\n\nCo-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>"));
        await SendAsync("pull_request", Pull());
        (await SingleAsync()).EffectiveInvolvement.ShouldBe(AiInvolvement.Detected);

        await SendAsync("pull_request", Pull(commit: "bbbbbbb2", minute: 2));
        await SendAsync("check_suite", Suite("bbbbbbb2", "Retry\n\nAI-assisted: no"));
        (await CurrentAsync()).EffectiveInvolvement.ShouldBe(AiInvolvement.None);
        (await CurrentAsync()).Verdict.ShouldBe(GateVerdict.Pending, "its systems are not known");
    }

    [Fact]
    public async Task Reviews_and_deployments_are_told_in_any_order()
    {
        await SendAsync("deployment", new JsonObject { ["action"] = "created", ["deployment"] = new JsonObject { ["sha"] = "aaaaaaa1", ["environment"] = "Production", ["created_at"] = "2026-11-19T05:00:00Z" } });
        await SendAsync("pull_request_review", Review("dismissed", "dismissed"));
        await SendAsync("pull_request", Pull(state: "closed", merged: 20));
        await SendAsync("pull_request_review", Review("submitted", "approved"));

        var change = await SingleAsync();
        (change.State, change.ReleasedAt).ShouldBe((ChangeState.Merged, new DateTimeOffset(2026, 11, 19, 5, 0, 0, TimeSpan.Zero)));
        var page = (await _office.Portal.SendAs(Role.Auditor, new GetChangeQuery(change.Id))).Value;
        page.Reviews.Single().State.ShouldBe("dismissed");
        page.Gate.Approvals.ShouldBe(0, "a review at the host signs nothing off");
    }

    [Fact]
    public async Task Ten_thousand_deliveries_repeated_and_out_of_order_have_one_effect_each()
    {
        const int Deliveries = 10_000;
        var random = new Random(20261123);
        var told = new List<(string Id, JsonObject Payload)>();
        var expected = new Dictionary<int, (int Minute, string Commit, string State)>();
        for (var i = 0; told.Count < Deliveries / 4; i++)
        {
            var (number, minute) = (random.Next(1, 120), i + 1);
            var state = random.Next(5) switch { 0 => "closed", 1 => "merged", _ => "open" };
            var commit = $"{random.Next(1, 6):x}{number:x6}";
            told.Add(($"d{i}", Pull(commit, minute, number, state == "open" ? "open" : "closed", merged: state == "merged" ? minute : null)));
            expected[number] = (minute, commit, state);
        }

        var stream = told.Concat(told).Concat(told).Concat(told).ToArray();
        random.Shuffle(stream);
        stream.Length.ShouldBe(Deliveries);
        var intake = _office.Portal.Services.GetRequiredService<WebhookIntake>();
        var repeated = 0;
        foreach (var (id, payload) in stream)
        {
            using var document = System.Text.Json.JsonDocument.Parse(payload.ToJsonString());
            if (await intake.TakeAsync(id, "pull_request", document.RootElement, CancellationToken.None) == WebhookIntake.Repeated) repeated++;
        }

        repeated.ShouldBe(Deliveries - told.Count);
        var rows = await _office.Portal.InDb(db => db.ProposedChanges.AsNoTracking().ToListAsync());
        rows.Select(r => (r.Number, r.Commit)).ShouldBeUnique();
        var heads = rows.Where(r => r.IsCurrent).ToDictionary(r => r.Number, r => (r.Commit, r.State.ToString().ToLowerInvariant()));
        heads.ShouldBe(expected.ToDictionary(e => e.Key, e => (e.Value.Commit, e.Value.State)), ignoreOrder: true);
    }

    private static JsonObject Pull(string commit = "aaaaaaa1", int minute = 1, int number = 7, string state = "open", int? merged = null, string? label = null, string login = "Linnet") => new()
    {
        ["action"] = "synchronize",
        ["number"] = number,
        ["pull_request"] = new JsonObject
        {
            ["number"] = number,
            ["state"] = state,
            ["title"] = "Retry the charge once",
            ["html_url"] = $"https://github.com/{Repository}/pull/{number}",
            ["body"] = null,
            ["user"] = new JsonObject { ["login"] = login, ["type"] = "User" },
            ["labels"] = label is null ? [] : new JsonArray(new JsonObject { ["name"] = "bug" }, new JsonObject { ["name"] = label }),
            ["head"] = new JsonObject { ["sha"] = commit, ["ref"] = "retry" },
            ["updated_at"] = At(minute),
            ["merged_at"] = merged is { } m ? At(m) : null,
        },
        ["repository"] = new JsonObject { ["full_name"] = "Larkfield/Checkout-API" },
    };

    private static JsonObject Suite(string commit, string message) => new() { ["action"] = "requested", ["check_suite"] = new JsonObject { ["head_sha"] = commit, ["head_commit"] = new JsonObject { ["id"] = commit, ["message"] = message } } };

    private static JsonObject Review(string action, string state) => new()
    {
        ["action"] = action,
        ["review"] = new JsonObject { ["id"] = 80, ["state"] = state, ["commit_id"] = "aaaaaaa1", ["submitted_at"] = At(3), ["user"] = new JsonObject { ["login"] = "heron" } },
        ["pull_request"] = new JsonObject { ["number"] = 7 },
    };

    private static string At(int minute) => new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero).AddMinutes(minute).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> SendAsync(string eventName, JsonObject payload, string? delivery = null, string secret = Secret, string? signature = null)
    {
        payload["repository"] ??= new JsonObject { ["full_name"] = Repository };
        return SendRawAsync(eventName, Encoding.UTF8.GetBytes(payload.ToJsonString()), delivery, secret, signature);
    }

    private async Task<HttpResponseMessage> SendRawAsync(string eventName, byte[] body, string? delivery = null, string secret = Secret, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/webhooks/github") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        var signed = signature ?? "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        if (signed.Length > 0) request.Headers.Add("X-Hub-Signature-256", signed);
        request.Headers.Add("X-GitHub-Event", eventName);
        request.Headers.Add("X-GitHub-Delivery", delivery ?? Guid.NewGuid().ToString());
        return await _office.Client.SendAsync(request);
    }

    private Task<ProposedChange> SingleAsync() => _office.Portal.InDb(db => db.ProposedChanges.AsNoTracking().SingleAsync());

    private Task<ProposedChange> CurrentAsync() => _office.Portal.InDb(db => db.ProposedChanges.AsNoTracking().SingleAsync(c => c.CurrentKey != null));
}
